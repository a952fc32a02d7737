import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenantDetails } from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import { RecordName } from './record-name.tsx';

type OtherTenantsProps = TenantDetails['ofSameOwner'] & {
  /** What they are. */
  records: RecordKind;
  onOpen: (tenant: ListRecord) => void;
};

/** The other tenants of a tenant's owner. A click shows the details of one. */
export function OtherTenants({ tenants, records, count, onOpen }: OtherTenantsProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {t('screens.details.ofSameOwner', { context: records })}
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
            <RecordName record={tenant} />
          </Anchor>
        ))}
        {count > tenants.length && (
          <Text size="sm" c="dimmed">
            {t('screens.details.moreOfSameOwner', {
              ...{ count: count - tenants.length, context: records },
            })}
          </Text>
        )}
      </Stack>
    </Stack>
  );
}
