import { Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Retry } from '../../src-shared/retry.ts';
import { SteadyButton } from '../ui/steady-button.tsx';
import { useRetryText } from '../ui/use-retry-text.ts';

/** The maximum number of times that screen readers announce the progress of an export. */
const maximumAnnouncements = 10;
const minimumRowsBetweenAnnouncements = 1000;

interface UnfinishedExportProps {
  /**
   * `null` while the export waits for another one; `ofRows` is `null` if only the server knows. `retry` is set while the app
   * waits to repeat a request.
   */
  progress: { rows: number; ofRows: number | null; retry?: Retry | undefined } | null;
  /** No other export is running or waiting before this one. */
  isFirst: boolean;
  onCancel: () => void;
}

/** The progress of an export, with a button that cancels it. */
export function UnfinishedExport({ progress, isFirst, onCancel }: UnfinishedExportProps) {
  const { t } = useTranslation();
  const [isCanceling, setIsCanceling] = useState(false);
  const { rows, ofRows } = progress ?? { rows: 0, ofRows: null };
  const retryText = useRetryText(progress?.retry);
  const progressText = (count: number) =>
    ofRows === null
      ? t('screens.export.rowsSoFar', { count })
      : t('screens.export.rowsOf', { rows: count, ofRows });
  const step = Math.max(
    minimumRowsBetweenAnnouncements,
    Math.ceil((ofRows ?? 0) / maximumAnnouncements),
  );
  const announced = rows - (rows % step);
  const isWaiting = progress === null && !isFirst;
  return (
    <>
      {!isWaiting && (
        <Progress
          value={ofRows === null ? 100 : (100 * rows) / Math.max(1, ofRows)}
          size="xs"
          animated={ofRows === null}
          striped={ofRows === null}
          aria-label={t('screens.export.running')}
          mb="sm"
        />
      )}
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed" aria-live="off" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {isWaiting
            ? t('screens.export.waitingForPrevious')
            : (retryText ?? (rows === 0 ? t('screens.export.starting') : progressText(rows)))}
        </Text>
        {announced > 0 && <VisuallyHidden>{progressText(announced)}</VisuallyHidden>}
        <SteadyButton
          size="xs"
          variant="default"
          // Longer text breaks, and does not make the button smaller.
          flex="none"
          unavailable={isCanceling}
          onClick={() => {
            setIsCanceling(true);
            onCancel();
          }}
        >
          {t('screens.common.cancel')}
        </SteadyButton>
      </Group>
    </>
  );
}
