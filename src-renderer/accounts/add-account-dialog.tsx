import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { ConnectionForm } from '../connection/connection-form.tsx';
import { SampleDataOffer } from '../connection/sample-data-offer.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';

interface AddAccountDialogProps {
  opened: boolean;
  onClose: () => void;
  defaultBaseUrl: string;
  /** The sample data account exists already. There can be only one. */
  hasSampleData: boolean;
  onAdded: (account: Account) => void;
  onShowAccount: (accountId: string) => void;
}

/** A dialog that adds an account. */
export function AddAccountDialog(props: AddAccountDialogProps) {
  const { opened, onClose, defaultBaseUrl, hasSampleData, onAdded, onShowAccount } = props;
  const { t } = useTranslation();
  const addAndClose = (account: Account) => {
    onAdded(account);
    onClose();
  };
  return (
    <AppDialog hasInput opened={opened} onClose={onClose} title={t('accounts.addTitle')}>
      <ConnectionForm
        baseUrl={defaultBaseUrl}
        asksForName
        onConnected={addAndClose}
        onShowAccount={(accountId) => {
          onShowAccount(accountId);
          onClose();
        }}
        onCancel={onClose}
      />
      {!hasSampleData && <SampleDataOffer onAdded={addAndClose} />}
    </AppDialog>
  );
}
