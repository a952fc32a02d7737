import type { ImportedRow } from '../../src-shared/import-annotations.ts';
import { handleOtherCalls } from '../rpc/handle-other-calls.ts';
import type { ImportedTenant } from '../store/annotations/plan-import.ts';
import { comparisons } from '../store/index/match-values.ts';
import type { RecordStore } from '../store/record-store.ts';

/**
 * Finds the tenants of the rows of a file: those with the id or, if there is none, those with the domain. Tenants without
 * an id are left out, because they have no annotations. Other calls are handled meanwhile.
 *
 * @returns the tenants by the text in the rows, without spaces around it.
 * @throws AppError `nothing_saved` or `canceled`.
 */
export async function findImported(
  store: RecordStore,
  lists: readonly { listId: string }[],
  rows: readonly ImportedRow[],
  signal: AbortSignal,
): Promise<Map<string, ImportedTenant[]>> {
  const values = new Set(rows.map(({ tenant }) => tenant.trim()));
  const found = new Map<string, ImportedTenant[]>();
  using snapshot = store.snapshot(lists.map(({ listId }) => listId));
  for (const by of ['id', 'domain'] as const) {
    const wanted = [...values].filter((value) => !found.has(value));
    const byKey = Map.groupBy(wanted, comparisons[by]);
    byKey.delete('');
    const matching = { by, values: wanted };
    for (const { tenants, listIds } of snapshot.tenants({ filter: { matching } })) {
      for (const [at, { id, domain, ownerId }] of tenants.entries()) {
        if (id === '') continue;
        const tenant = { listId: listIds[at] ?? '', tenantId: id, ownerId };
        for (const value of byKey.get(comparisons[by](by === 'id' ? id : (domain ?? ''))) ?? []) {
          const known = found.get(value);
          if (known === undefined) found.set(value, [tenant]);
          else known.push(tenant);
        }
      }
      await handleOtherCalls(signal);
    }
  }
  return found;
}
