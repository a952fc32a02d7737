import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { ListedTenant } from '../../src-shared/list-tenants.ts';
import { useAnnotations } from '../annotations/annotations-provider.tsx';
import type { AccountKey } from '../bridge/account-key.ts';
import { accountOf } from '../values/account-of.ts';
import { TenantDetails } from './tenant-details.tsx';

interface TenantDrawerProps {
  accountKey: AccountKey;
  /** All accounts, if their lists are shown as one; else `null`. */
  accounts: readonly Account[] | null;
  /** The opened tenant, also while the drawer closes; `null` before the first one. */
  tenant: ListedTenant | null;
  /** The moment in the past that `tenant` is of, in words; `null` if it is of now. */
  past: string | null;
  opened: boolean;
  onClose: () => void;
}

/** A drawer with the details of a tenant. It stays rendered when it is closed, so that it can restore the focus. */
export function TenantDrawer(props: TenantDrawerProps) {
  const { accountKey, accounts, tenant, past, opened, onClose } = props;
  const { t } = useTranslation();
  const { isDialogOpen } = useAnnotations();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={!isDialogOpen}
      position="right"
      size={480}
      title={tenant?.name.trim() === '' ? tenant.id : tenant?.name}
      closeButtonProps={{ 'aria-label': t('screens.common.close') }}
      padding="lg"
      overlayProps={{ backgroundOpacity: 0.35 }}
      styles={{
        title: {
          fontSize: 'var(--mantine-font-size-lg)',
          fontWeight: 600,
          overflowWrap: 'anywhere',
        },
      }}
      transitionProps={{ duration: 160 }}
    >
      {tenant && (
        <TenantDetails {...{ accountKey, tenant, past }} account={accountOf(accounts, tenant)} />
      )}
    </Drawer>
  );
}
