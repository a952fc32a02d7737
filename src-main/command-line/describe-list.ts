import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { RefreshParts } from '../refresh/refresh-list.ts';

/** Returns what is printed of a saved list. */
export async function describeList(
  accountId: string,
  { connections, lists }: Pick<RefreshParts, 'connections' | 'lists'>,
  records?: RecordKind,
) {
  const { listId } = connections.savedList(accountId, records);
  const status: SavedListStatus = await lists.call('getSavedList', { listIds: [listId] });
  const { tenants, fetchedAt, state } = status;
  return {
    ...{ rows: tenants, fetchedAt, ageSeconds: ageOf(fetchedAt) },
    complete: state === 'complete',
  };
}

/** Returns the age of a list in seconds; `null` if it is not known. A clock that was set back makes none negative. */
export function ageOf(fetchedAt: string | null): number | null {
  if (fetchedAt === null) return null;
  return Math.max(0, Math.round((Date.now() - Date.parse(fetchedAt)) / 1000));
}
