import type { FoundTenants } from '../../src-shared/export-tenants.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { FindSelectedRequest } from '../lists/calls.ts';
import { handleOtherCalls } from '../rpc/handle-other-calls.ts';
import type { OwnerHotlines } from '../store/owner-hotlines.ts';
import type { RecordStore } from '../store/record-store.ts';
import { savedRowCompleter } from './row-completers.ts';

/** The tenants that a user has selected one by one, and which of them were found so far. */
export class SelectedRows {
  readonly #keys: ReadonlySet<string>;
  readonly #missing: Set<string>;

  constructor(keys: readonly string[]) {
    this.#keys = new Set(keys);
    this.#missing = new Set(keys);
  }

  /** Returns those tenants that are selected. */
  take(tenants: readonly ListedRecord[]): ListedRecord[] {
    return tenants.filter((tenant) => {
      const key = tenantKey(tenant);
      this.#missing.delete(key);
      return this.#keys.has(key);
    });
  }

  /** Returns the keys that no tenant so far had. */
  missing(): string[] {
    return [...this.#missing];
  }
}

/**
 * Looks for selected tenants in the saved lists. Other calls are handled meanwhile.
 *
 * @throws AppError `nothing_saved` or `canceled`.
 */
export async function findSelected(
  { store, ownerHotlines }: { store: RecordStore; ownerHotlines: OwnerHotlines },
  { lists, showsAllAccounts, keys, filter, sort, limit }: FindSelectedRequest,
  signal: AbortSignal,
): Promise<FoundTenants> {
  const selected = new SelectedRows(keys);
  const complete = savedRowCompleter(lists, { showsAllAccounts, ownerHotlines });
  const tenants: ListRecord[] = [];
  let rows = 0;
  using snapshot = store.snapshot(lists.map(({ listId }) => listId));
  for (const listed of snapshot.tenants({ filter, ...(sort && { sort }) })) {
    const found = selected.take(complete(listed));
    rows += found.length;
    tenants.push(...found.slice(0, limit - tenants.length));
    await handleOtherCalls(signal);
  }
  return { tenants, rows, missing: selected.missing() };
}
