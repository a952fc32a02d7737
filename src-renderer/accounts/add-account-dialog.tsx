import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { ConnectionForm } from '../connection/connection-form.tsx';
import { SampleDataOffer } from '../connection/sample-data-offer.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';

interface AddAccountDialogProps {
  opened: boolean;
  onClose: () => void;
  defaultBaseUrl: string;
  /** Sample data are there once, for all. */
  hasSampleData: boolean;
  onAdded: (account: Account) => void;
}

/** Asks for one more account, over the list of the one on screen. */
export function AddAccountDialog(props: AddAccountDialogProps) {
  const { opened, onClose, defaultBaseUrl, hasSampleData, onAdded } = props;
  const { t } = useTranslation();
  const added = (account: Account) => {
    onAdded(account);
    onClose();
  };
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('accounts.addTitle')}>
      <ConnectionForm baseUrl={defaultBaseUrl} asksForName onConnected={added} onCancel={onClose} />
      {!hasSampleData && <SampleDataOffer onAdded={added} />}
    </AppDialog>
  );
}
