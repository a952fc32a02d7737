import { Alert, Group } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import { RetryButtons } from '../connection/retry-buttons.tsx';
import { AnswerFacts } from '../ui/error-alert.tsx';

interface InterruptedRunProps {
  run: RefreshRun;
  /** What the run has read. */
  records: RecordKind;
  /** The error of the last refresh; `null` if there was none since the app started. */
  error: AppError | null;
  onResume: () => void;
  onSettings: () => void;
}

/** A banner about an interrupted refresh: how many rows it has read, why it stopped, and a button to resume it. */
export function InterruptedRun(props: InterruptedRunProps) {
  const { run, records, error, onResume, onSettings } = props;
  const { t } = useTranslation();
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed) return null;
  const { errorCode, rows } = run;
  const isError = errorCode !== null && errorCode !== 'canceled';
  return (
    <Alert
      color={isError ? 'yellow' : 'accent'}
      radius={0}
      py="xs"
      role={isError ? 'alert' : 'status'}
      icon={<IconPlayerPause size={18} />}
      withCloseButton
      closeButtonLabel={t('screens.common.dismissNotice')}
      onClose={() => setIsDismissed(true)}
      styles={{ wrapper: { alignItems: 'center' } }}
    >
      <Group gap="sm" justify="space-between">
        <div style={{ flex: '1 1 14rem' }}>
          {t('screens.savedList.interrupted', { count: rows, context: records })}
          {isError && ` ${t(errorTextKey(errorCode, records))}`}
          {error?.code === errorCode && <AnswerFacts error={error} />}
        </div>
        <Group gap="xs">
          <RetryButtons
            code={errorCode}
            label={t('screens.savedList.resume')}
            onRetry={onResume}
            onSettings={onSettings}
          />
        </Group>
      </Group>
    </Alert>
  );
}
