import { Alert, Button, Group } from '@mantine/core';
import type { AlertProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorAlert, type ShownError } from './error-alert.tsx';
import { SteadyButton } from './steady-button.tsx';

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
        <SteadyButton size="xs" color="red.8" isPending={isPending} onClick={onConfirm}>
          {confirmLabel}
        </SteadyButton>
      </Group>
      {error && <ErrorAlert error={error} mt="sm" />}
    </Alert>
  );
}
