import { Button, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Often enough to know that it goes on, seldom enough to hear anything else. */
const announcements = 10;
const rowsBetweenAnnouncements = 1000;

interface UnfinishedExportProps {
  /** `null` until its turn has come. */
  progress: { rows: number; ofRows: number | null } | null;
  isFirst: boolean;
  onCancel: () => void;
}

/** How many rows are written, of how many where that is known, and the way to stop. */
export function UnfinishedExport({ progress, isFirst, onCancel }: UnfinishedExportProps) {
  const { t } = useTranslation();
  const [canceling, setCanceling] = useState(false);
  const { rows, ofRows } = progress ?? { rows: 0, ofRows: null };
  const so = (count: number) =>
    ofRows === null
      ? t('screens.export.rowsSoFar', { count })
      : t('screens.export.rowsOf', { rows: count, ofRows });
  const step = Math.max(rowsBetweenAnnouncements, Math.ceil((ofRows ?? 0) / announcements));
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
            : rows === 0
              ? t('screens.export.starting')
              : so(rows)}
        </Text>
        {announced > 0 && <VisuallyHidden>{so(announced)}</VisuallyHidden>}
        <Button
          size="xs"
          variant="default"
          disabled={canceling}
          onClick={() => {
            setCanceling(true);
            onCancel();
          }}
        >
          {t('screens.common.cancel')}
        </Button>
      </Group>
    </>
  );
}
