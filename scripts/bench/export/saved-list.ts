import { openStore } from '../../../src-main/store/tenant-store.ts';
import type { Tenant } from '../../../src-shared/tenant.ts';
import { generateTenants } from '../../../sandbox/generate.ts';

/** Of the list that is exported. */
export const listId = 'bench';

/** Saves so many made-up tenants, as a refresh would have. */
export function fillStore(folder: string, count: number): void {
  const { store } = openStore(folder);
  const runId = store.beginRun(listId, {});
  // A hundred thousand names are enough to look alike; ids are made different.
  const tenants = generateTenants({ count: Math.min(count, 100_000), seed: 7 });
  for (let at = 0; at < count; at += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - at) }, (_, index) => {
      const wire = tenants[(at + index) % tenants.length];
      if (wire === undefined) throw new Error('There are no tenants');
      const tenant: Tenant = {
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
  // Not completed: ordering a million rows is not what is measured, and a list's first run is shown as it is.
  store.interruptRun(runId, 'canceled');
  store.close();
}

/** All saved tenants, one after the other. */
export function* savedTenants(folder: string): Generator<Tenant, void> {
  const { store } = openStore(folder);
  try {
    using snapshot = store.snapshot([listId]);
    for (const { tenants } of snapshot.tenants({ filter: {} })) yield* tenants;
  } finally {
    store.close();
  }
}
