import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { databaseNames } from './database-names.ts';
import type { RecordStore } from './record-store.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import { makeTenant, saveAfresh, saveRun } from './test-store.ts';

let store: RecordStore;
let folder: string;
prepareTestStore((...opened) => {
  [store, folder] = opened;
});

const rowsSchema = z.array(z.object({ tenant_id: z.string(), after: z.number() }));

/** Returns the numbers that the last run has saved for tenants, by their ids. */
function savedNumbers(): Map<string, number> {
  const database = new DatabaseSync(`${folder}/${databaseNames.tenants}`, { readOnly: true });
  const rows = database
    .prepare(
      'SELECT tenant_id, after FROM tenant_change WHERE run_id = (SELECT max(run_id) FROM tenant_change)',
    )
    .all();
  database.close();
  return new Map(rowsSchema.parse(rows).map(({ tenant_id, after }) => [tenant_id, after]));
}

/** What version 0.1.0 hashes: these fields in this order, without `updatedAt`. */
function numberOf(tenant: ListRecord): number {
  const values = [
    ...[tenant.name, tenant.domain, tenant.status, tenant.ownerId, tenant.connectionMethod],
    ...[tenant.connectionId, tenant.id, tenant.createdAt],
  ];
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return Number.parseInt(digest.slice(0, 12), 16);
}

const none = { createdAt: null, updatedAt: null };
const valueOrNone = fc.option(fc.string({ minLength: 1, maxLength: 8 }));

// The history of saved lists has these numbers. If they changed, every tenant would count as changed and changed back.
describe('the number of a tenant in its changes', () => {
  it('is the one that earlier versions saved', () => {
    const tenant = makeTenant('1108213456789012345', { ...none, name: 'Công ty Hoàng Long' });
    const dated = makeTenant('1108213456789012346', { status: null });
    saveRun(store, [makeTenant(1)]);
    saveRun(store, [makeTenant(1), tenant, dated]);
    const numbers = new Map([
      [tenant.id, 155_041_817_472_237],
      [dated.id, 85_702_323_851_793],
    ]);
    expect(savedNumbers()).toEqual(numbers);
    expect(numberOf(tenant)).toBe(numbers.get(tenant.id));
  });

  it('depends on the fields of tenants only', () => {
    const anyTenant = fc.record({
      ...{ name: fc.string({ maxLength: 12 }), domain: fc.string({ maxLength: 12 }) },
      ...{ status: valueOrNone, ownerId: valueOrNone, connectionMethod: valueOrNone },
      connectionId: valueOrNone,
    });
    fc.assert(
      fc.property(fc.array(anyTenant, { minLength: 1, maxLength: 20 }), (values) => {
        const tenants = values.map((fields, at) => makeTenant(100 + at, { ...fields, ...none }));
        saveAfresh(store, [makeTenant(1)]);
        saveRun(store, [makeTenant(1), ...tenants]);
        expect(savedNumbers()).toEqual(
          new Map(tenants.map((tenant) => [tenant.id, numberOf(tenant)])),
        );
      }),
      { numRuns: 30 },
    );
  });
});
