import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, RefreshRun } from '../../src-shared/saved-list.ts';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { openStore, type TenantStore } from './tenant-store.ts';
import { areEqual, reference } from './test-reference.ts';
import { listAll, listId, makePage, makeTenant, TestFolder } from './test-store.ts';
import { anyFilter, anySort } from './test-tenants.ts';

const accountId = 'a1';
const lists = [{ listId, accountId }];
const hour = 3_600_000;

let folder: TestFolder;
let store: TenantStore;
let now: number;
beforeEach(() => {
  folder = new TestFolder();
  now = Date.UTC(2026, 0, 5);
  ({ store } = openStore(folder.path, { now: () => new Date(now) }));
});
afterEach(() => {
  store.close();
  folder[Symbol.dispose]();
});

/** Saves a complete run that ends an hour after the one before. */
function saveRun(tenants: readonly Tenant[], kind: RefreshRun['kind'] = 'full'): RefreshRun {
  now += hour;
  const runId = store.beginRun(listId, kind === 'filtered' ? { name: 'x' } : {}, kind);
  store.addPage(runId, makePage(tenants));
  return store.completeRun(runId);
}

/** Values with many chances to be the same again, or to be the same in another way. */
const anyValues = fc.record(
  {
    name: fc.constantFrom('An', 'Ân', 'an', 'Bình Minh', '🏪'),
    domain: fc.constantFrom('an.vn', 'z.vn'),
    status: fc.constantFrom(null, 'P', 'N', 'Z'),
    ownerId: fc.constantFrom(null, '1', '12'),
    connectionMethod: fc.constantFrom(null, 'direct', 'builtin'),
    createdAt: fc.constantFrom(
      null,
      '0001-01-01T00:00:00Z',
      '2024-01-02T03:04:05Z',
      '2024-01-02T10:04:05+07:00',
      '2023-12-31T23:59:59Z',
    ),
    updatedAt: fc.constantFrom('2024-01-02T03:04:05Z', '2024-01-02T03:04:06Z', null),
  },
  { requiredKeys: [] },
);

interface Step {
  kind: RefreshRun['kind'];
  edits: [id: number, edit: Partial<Tenant> | 'remove'][];
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('full', 'full', 'quick', 'filtered'),
  edits: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.oneof(
        { weight: 3, arbitrary: anyValues },
        { weight: 1, arbitrary: fc.constant('remove' as const) },
      ),
    ),
    { maxLength: 5 },
  ),
});
const anyHistory = fc.array(anyStep, { minLength: 1, maxLength: 8 });

/** A run, and the list as it left it. */
interface Moment {
  run: RefreshRun;
  list: Tenant[];
}

function play(steps: readonly Step[]): Moment[] {
  let list = [1, 2, 3, 4, 5, 6].map((id) => makeTenant(id));
  const moments = [{ run: saveRun(list), list }];
  for (const { kind, edits } of steps) {
    const read = new Map<string, Tenant>(kind === 'full' ? list.map((old) => [old.id, old]) : []);
    for (const [id, edit] of edits) {
      const old = list.find((tenant) => tenant.id === String(id));
      if (edit !== 'remove') read.set(String(id), { ...(old ?? makeTenant(id)), ...edit });
      // A list that loses half of its tenants at once would not be replaced.
      else if (read.size > list.length / 2 + 1) read.delete(String(id));
    }
    const run = saveRun([...read.values()], kind);
    const kept = kind === 'full' ? [] : list.filter((tenant) => !read.has(tenant.id));
    list = [...kept, ...read.values()];
    moments.push({ run, list });
  }
  return moments;
}

const byId = (a: Tenant, b: Tenant) => Number(a.id) - Number(b.id);
const timeOf = ({ run }: { run: RefreshRun }) => run.endedAt ?? '';

const find = (list: readonly Tenant[], id: string) => list.find((tenant) => tenant.id === id);

/** Compares the list of a moment with the last one, with plain arrays. */
function changesSince(moment: Moment, moments: readonly Moment[]) {
  const before = moment.list;
  const after = moments.at(-1)?.list ?? [];
  const found: { tenant: Tenant; kind: Change['kind']; fields: Change['fields'] }[] = [];
  for (const tenant of after) {
    const old = find(before, tenant.id);
    if (old === undefined) {
      found.push({ tenant, kind: 'new', fields: [] });
      continue;
    }
    const fields = tenantFields
      .filter((field) => field !== 'updatedAt' && !areEqual(field, old[field], tenant[field]))
      .map((field) => ({ field, before: old[field], after: tenant[field] }));
    if (fields.length > 0) found.push({ tenant, kind: 'changed', fields });
  }
  for (const { id } of before) {
    if (find(after, id) !== undefined) continue;
    // It is shown as it was last listed.
    const lists = moments.map(({ list }) => find(list, id));
    const tenant = lists.findLast((listed) => listed !== undefined) ?? makeTenant(id);
    found.push({ tenant, kind: 'gone', fields: [] });
  }
  return found.sort((a, b) => byId(a.tenant, b.tenant));
}

describe('the list as it was', () => {
  it('is the one that each run left, whatever changed since', () => {
    fc.assert(
      fc.property(anyHistory, anyFilter, anySort, (steps, filter, sort) => {
        store.removeList(listId);
        for (const moment of play(steps)) {
          const asOf = timeOf(moment);
          expect(listAll(store, { asOf }).toSorted(byId)).toEqual(moment.list.toSorted(byId));
          const expected = reference([...moment.list], filter, sort);
          const found = listAll(store, { ...filter, asOf }, sort);
          if (sort === undefined) {
            expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));
          } else expect(found).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the changes since a moment', () => {
  it('are the differences between the two lists, whatever happened in between', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        store.removeList(listId);
        const moments = play(steps);
        for (const moment of moments) {
          const since = timeOf(moment);
          const expected = changesSince(moment, moments);
          const found = listAll(store, { change: 'any', since }).map(({ change, ...tenant }) => ({
            tenant,
            kind: change?.kind,
            fields: change?.fields,
          }));
          expect(found.toSorted((a, b) => byId(a.tenant, b.tenant))).toMatchObject(expected);
          expect(found).toHaveLength(expected.length);
          if (moments.length === 1) continue;
          const { counts, fields } = store.changes(lists, since);
          for (const kind of ['new', 'changed', 'gone'] as const) {
            const ofKind = expected.filter((change) => change.kind === kind);
            expect(counts[kind]).toBe(ofKind.length);
            expect(listAll(store, { change: kind, since })).toHaveLength(ofKind.length);
          }
          for (const { field, count } of fields) {
            const withField = expected.filter((change) =>
              change.fields.some((one) => one.field === field),
            );
            expect(count).toBe(withField.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
