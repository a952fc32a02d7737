import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { TenantDetails } from './tenant-details.tsx';

interface TenantDrawerProps {
  accountKey: AccountKey;
  /** As it stands in the grid; `null` until one was opened. It stays while the drawer closes. */
  tenant: Tenant | null;
  opened: boolean;
  onClose: () => void;
}

/** The details of a tenant beside the grid. Closed it is there too, or it could not give the focus back. */
export function TenantDrawer({ accountKey, tenant, opened, onClose }: TenantDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
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
      {tenant && <TenantDetails accountKey={accountKey} tenant={tenant} />}
    </Drawer>
  );
}
