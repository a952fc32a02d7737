import { Alert, Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';

interface RemoveAccountConfirmationProps {
  account: Account;
  onRemoved: () => void;
  onCancel: () => void;
}

/** Asks before an account is removed, and says what is lost: the key cannot be restored. */
export function RemoveAccountConfirmation(props: RemoveAccountConfirmationProps) {
  const { account, onRemoved, onCancel } = props;
  const { t } = useTranslation();
  const call = useCall();
  const { accountId, name, kind } = account;
  const remove = useMutation({
    mutationFn: () => call('removeAccount', { accountId }),
    onSuccess: onRemoved,
  });
  return (
    <Alert color="red" mt="xs">
      {kind === 'sample'
        ? t('accounts.removeSampleQuestion', { name })
        : t('accounts.removeQuestion', { name })}
      <Group gap="xs" mt="sm">
        <Button size="xs" color="red.8" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('accounts.removeConfirm')}
        </Button>
        <Button size="xs" variant="default" autoFocus onClick={onCancel}>
          {t('screens.common.cancel')}
        </Button>
      </Group>
      {remove.error && <ErrorAlert error={remove.error} mt="sm" />}
    </Alert>
  );
}
