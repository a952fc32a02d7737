import { Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { ChangeHistory } from './change-history.tsx';
import { RawJson } from './raw-json.tsx';
import { TenantFacts } from './tenant-facts.tsx';

/** Everything that is known of one tenant: its fields, what happened to it, and what the server sent. */
export function TenantDetails({ accountKey, tenant }: { accountKey: AccountKey; tenant: Tenant }) {
  const { t } = useTranslation();
  const call = useCall();
  const { accountId = accountKey.accountId } = tenant;
  const { data, error, isPending } = useQuery({
    queryKey: [...savedKey(accountKey), 'tenant', accountId, tenant.id],
    queryFn: ({ signal }) => call('getTenant', { accountId, tenantId: tenant.id }, { signal }),
  });
  // Asked of the server just now, a tenant may well not be in the saved list: that is no failure.
  const isUnsaved = error?.code === 'tenant_not_saved' || error?.code === 'nothing_saved';
  return (
    <Stack gap="xl">
      <TenantFacts tenant={tenant} />
      <Stack gap="sm" component="section">
        <Title order={3} size="h4">
          {t('screens.details.history')}
        </Title>
        {data && <ChangeHistory history={data.history} />}
        {isPending && <Skeleton height={18} />}
        {error && <ErrorAlert error={error} {...(isUnsaved && { color: 'gray' })} />}
      </Stack>
      {data && <RawJson raw={data.raw} />}
    </Stack>
  );
}
