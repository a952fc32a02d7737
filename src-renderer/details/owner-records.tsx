import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { kindOf } from '../../src-shared/record-values.ts';
import { otherKind, type RecordKind } from '../../src-shared/record-kinds.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { pageQuery } from '../queries/page-query.ts';
import { RecordLinks } from './record-links.tsx';

const limit = 25 as const;

interface OwnerRecordsProps {
  accountKey: AccountKey;
  record: ListRecord;
  onOpen: (record: ListRecord) => void;
  /** Shows a list of all that the owner has of a kind. */
  onShowAll: (kind: RecordKind) => void;
}

/**
 * The hotlines of a tenant's owner, or the tenants of a hotline's owner. They share only the owner: the API does not tell
 * which tenant a hotline belongs to.
 */
export function OwnerRecords({ accountKey, record, onOpen, onShowAll }: OwnerRecordsProps) {
  const { t } = useTranslation();
  const call = useCall();
  const { ownerId, accountId = accountKey.accountId } = record;
  const records = otherKind[kindOf(record)];
  const request = {
    source: 'saved' as const,
    filter: ownerId === null ? {} : { ownerIds: [ownerId] },
    sort: [{ field: 'name' as const, direction: 'ascending' as const }],
    paging: { limit },
  };
  // It fails if none were ever read. The dialog about the list says why.
  const { data } = useQuery({
    ...pageQuery(call, { ...accountKey, accountId, records }, request),
    enabled: ownerId !== null && ownerId !== '',
  });
  if (data === undefined) return null;
  return (
    <RecordLinks
      title={t('screens.details.ofOwner', { context: records })}
      records={data.tenants}
      count={data.total ?? data.tenants.length}
      total={data.total ?? data.tenants.length}
      onOpen={onOpen}
      onShowAll={() => onShowAll(records)}
    />
  );
}
