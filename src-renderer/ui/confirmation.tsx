import { Alert, Button, Group } from '@mantine/core';
import type { AlertProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorAlert, type ShownError } from './error-alert.tsx';

interface ConfirmationProps extends Required<Pick<AlertProps, 'mt'>> {
  question: string;
  confirmLabel: string;
  isPending: boolean;
  /** Why the confirmed action failed. */
  error?: ShownError | null;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks for confirmation before something is removed. The focus is on "Cancel". */
export function Confirmation(props: ConfirmationProps) {
  const { question, confirmLabel, isPending, error, onConfirm, onCancel, mt } = props;
  const { t } = useTranslation();
  return (
    <Alert color="red" mt={mt}>
      {question}
      <Group gap="xs" mt="sm" justify="flex-end">
        <Button size="xs" variant="default" autoFocus onClick={onCancel}>
          {t('screens.common.cancel')}
        </Button>
        <Button size="xs" color="red.8" loading={isPending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Group>
      {error && <ErrorAlert error={error} mt="sm" />}
    </Alert>
  );
}
