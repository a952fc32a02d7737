import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import type { MeasureExportRequest } from '../lists/calls.ts';
import { recordsOf, withRecords } from '../list-ids.ts';
import { joinStatuses } from '../store/join-statuses.ts';
import type { RecordStore } from '../store/record-store.ts';
import { accountAdder } from './row-completers.ts';

/** The hotlines of an export as they are at one moment. Must be disposed after reading. */
export interface OpenedHotlines extends Disposable {
  rows: Iterable<readonly ListedRecord[]>;
  /** When the server sent the oldest of the lists, RFC 3339; `null` if none was ever read. */
  fetchedAt: string | null;
}

/** Returns whether an export has a sheet of hotlines besides its own rows. */
export function hasHotlinesSheet({ scope, options, lists }: MeasureExportRequest): boolean {
  return (
    options.withHotlines &&
    options.format === 'xlsx' &&
    scope.kind === 'all' &&
    scope.source === 'saved' &&
    recordsOf(lists[0]?.listId ?? '') === 'tenants'
  );
}

/**
 * Opens the hotlines of the accounts that have lists of tenants. Accounts whose hotlines were never read have none.
 *
 * @param store has the hotlines.
 * @throws AppError also if a later row cannot be read, because a file that has begun could not be completed.
 */
export function openHotlines(
  store: RecordStore,
  { lists, showsAllAccounts }: Pick<MeasureExportRequest, 'lists' | 'showsAllAccounts'>,
): OpenedHotlines {
  const known = lists
    .map((list) => ({ ...list, listId: withRecords(list.listId, 'hotlines') }))
    .filter(({ listId }) => store.status(listId).state !== 'none');
  const { fetchedAt } = joinStatuses(known.map(({ listId }) => store.status(listId)));
  if (known.length === 0) return { rows: [], fetchedAt, [Symbol.dispose]: () => undefined };
  const snapshot = store.snapshot(known.map(({ listId }) => listId));
  const query = { filter: {}, sort: [{ field: 'name', direction: 'ascending' }] } as const;
  try {
    snapshot.assertReadable(query);
  } catch (error) {
    snapshot[Symbol.dispose]();
    throw error;
  }
  const addAccounts = accountAdder(known, showsAllAccounts);
  return {
    rows: snapshot.tenants(query).map(addAccounts),
    fetchedAt,
    [Symbol.dispose]: () => snapshot[Symbol.dispose](),
  };
}
