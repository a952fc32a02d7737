import { openStore } from '../../../src-main/store/record-store.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { generateTenants } from '../../../sandbox/generate.ts';

/** The id of the exported list. */
export const listId = 'bench';

/** Saves `count` generated tenants, as a refresh would. */
export function fillStore(folder: string, count: number): void {
  const { store } = openStore(folder);
  const runId = store.beginRun(listId, {});
  // At most 100,000 are generated and then repeated with other ids.
  const tenants = generateTenants({ count: Math.min(count, 100_000), seed: 7 });
  for (let at = 0; at < count; at += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - at) }, (_, index) => {
      const wire = tenants[(at + index) % tenants.length];
      if (wire === undefined) throw new Error('No tenants were generated');
      const tenant: ListRecord = {
        id: String(BigInt(wire.id) + BigInt(Math.floor((at + index) / tenants.length))),
        name: wire.name,
        domain: wire.domain,
        status: wire.status,
        ownerId: wire.owner_id,
        connectionMethod: wire.connection_method,
        connectionId: wire.connection_id,
        createdAt: wire.created_at,
        updatedAt: wire.updated_at,
      };
      return { tenant, raw: '{}' };
    });
    store.addPage(runId, { rows, unreadable: [], cursor: null, milliseconds: 1 });
  }
  // The run is not completed, to save the time for ranking a million rows. A first run is readable without that.
  store.interruptRun(runId, 'canceled');
  store.close();
}

/** Yields all saved tenants. */
export function* savedTenants(folder: string): Generator<ListRecord, void> {
  const { store } = openStore(folder);
  try {
    using snapshot = store.snapshot([listId]);
    for (const { tenants } of snapshot.tenants({ filter: {} })) yield* tenants;
  } finally {
    store.close();
  }
}
