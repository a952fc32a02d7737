import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenantDetails } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';

type OtherTenantsProps = TenantDetails['ofSameOwner'] & { onOpen: (tenant: Tenant) => void };

/** The other tenants of a tenant's owner. A click shows the details of one. */
export function OtherTenants({ tenants, count, onOpen }: OtherTenantsProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {t('screens.details.ofSameOwner')}
      </Title>
      <Stack gap="xs" align="flex-start">
        {tenants.map((tenant) => (
          <Anchor
            key={tenantKey(tenant)}
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => onOpen(tenant)}
          >
            {tenant.name.trim() === '' ? tenant.id : tenant.name}
          </Anchor>
        ))}
        {count > tenants.length && (
          <Text size="sm" c="dimmed">
            {t('screens.details.moreOfSameOwner', { count: count - tenants.length })}
          </Text>
        )}
      </Stack>
    </Stack>
  );
}
