import { Alert, Skeleton, Stack, Title } from '@mantine/core';
import { IconCalendarTime, IconPhoneOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import { TenantAnnotations } from '../annotations/tenant-annotations.tsx';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { tenantQuery } from '../queries/tenant-query.ts';
import { useClock } from '../ui/clock-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { ChangeHistory } from './change-history.tsx';
import { OwnerRecords } from './owner-records.tsx';
import { RawJson } from './raw-json.tsx';
import { RecordLinks } from './record-links.tsx';
import { TenantFacts } from './tenant-facts.tsx';

interface TenantDetailsProps {
  accountKey: AccountKey;
  tenant: ListedRecord;
  /** The account of the tenant, if all accounts are shown. */
  account: Account | undefined;
  /** The moment in the past that `tenant` is of, in words; `null` if it is of now. */
  past: string | null;
  /** The list shows changes, so the history comes first. */
  isAboutChanges: boolean;
  /** Shows another tenant or hotline. */
  onOpen: (tenant: ListedRecord) => void;
  /** Shows the list of an owner's tenants or hotlines. */
  onShowOwner: (owner: ShownOwner) => void;
}

/** Whose tenants or hotlines are to be listed. */
export interface ShownOwner {
  records: RecordKind;
  ownerId: string;
  /** The account they are of, if all accounts are shown. */
  accountId: string | undefined;
}

/** The details of a tenant: its fields, the user's own marks, its changes, and the JSON that the server sent. */
export function TenantDetails(props: TenantDetailsProps) {
  const { accountKey, tenant, account, past, isAboutChanges, onOpen, onShowOwner } = props;
  const { t } = useTranslation();
  const call = useCall();
  const { data, error, isPending } = useQuery(tenantQuery(call, accountKey, tenant));
  const formatDate = useDateFormat();
  const clock = useClock();
  const [last] = data?.history ?? [];
  const { records = 'tenants' } = accountKey;
  // A tenant of the live list may not be in the saved list yet.
  const isUnsaved = error?.code === 'tenant_not_saved' || error?.code === 'nothing_saved';
  // The answers have no account, because each is of one account only.
  const openOfAccount = (record: ListRecord) =>
    onOpen({ ...record, ...(tenant.accountId !== undefined && { accountId: tenant.accountId }) });
  const showOwner = (kind: RecordKind) => {
    const { ownerId, accountId } = tenant;
    if (ownerId !== null) onShowOwner({ records: kind, ownerId, accountId });
  };
  const isGone = last?.kind === 'gone';
  const history = (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {t('screens.details.history')}
      </Title>
      {data && <ChangeHistory history={data.history} records={records} />}
      {isPending && <Skeleton height={18} />}
      {error && <ErrorAlert error={error} {...(isUnsaved && { color: 'gray' })} />}
    </Stack>
  );
  return (
    <Stack gap="xl">
      {past !== null && (
        <Alert color="violet" role="note" icon={<IconCalendarTime size={18} />}>
          {t('screens.details.past', { when: past })}
        </Alert>
      )}
      {isGone && (
        <Alert color="gray" role="note" icon={<IconPhoneOff size={18} />}>
          {t('screens.changes.goneSince', { time: `${formatDate(last.foundAt)} (${clock.label})` })}
        </Alert>
      )}
      <TenantFacts
        tenant={tenant}
        // The row can be older than the answer, and still have a name that was removed.
        ownerName={data === undefined ? tenant.ownerName : data.tenant.ownerName}
        account={account}
        accountId={accountKey.accountId}
      />
      {isAboutChanges && history}
      {data && tenant.id !== '' && records === 'tenants' && (
        <TenantAnnotations
          key={`${accountKey.accountId} ${tenantKey(tenant)}`}
          accountId={accountKey.accountId}
          tenantKey={tenantKey(tenant)}
          annotation={data.tenant.annotation}
        />
      )}
      {/* These are the current records, not those of a moment in the past. */}
      {past === null && data && (
        <RecordLinks
          title={t('screens.details.ofSameOwner', { context: records })}
          records={data.ofSameOwner.tenants}
          count={data.ofSameOwner.count}
          total={data.ofSameOwner.count + (isGone ? 0 : 1)}
          onOpen={openOfAccount}
          onShowAll={() => showOwner(records)}
        />
      )}
      {past === null && (
        <OwnerRecords
          accountKey={accountKey}
          record={tenant}
          onOpen={openOfAccount}
          onShowAll={showOwner}
        />
      )}
      {isPending && <Skeleton height={180} />}
      {!isAboutChanges && history}
      {data && <RawJson name={t('screens.details.raw')} raw={data.raw} isFoldable />}
    </Stack>
  );
}
