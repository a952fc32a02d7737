import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { ResponseOf } from '../../src-shared/channels.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { Confirmation } from '../ui/confirmation.tsx';

interface RemoveAccountConfirmationProps {
  account: Account;
  onRemoved: (answer: ResponseOf<'removeAccount'>) => void;
  onCancel: () => void;
}

/** Asks for confirmation before an account is removed, and says what is lost: the key cannot be restored. */
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
    <Confirmation
      mt="xs"
      question={
        kind === 'sample'
          ? t('accounts.removeSampleQuestion', { name })
          : t('accounts.removeQuestion', { name })
      }
      confirmLabel={t('accounts.removeConfirm')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onCancel={onCancel}
    />
  );
}
