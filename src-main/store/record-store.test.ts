import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenantFields } from '../../src-shared/tenant-fields.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { valueOf } from '../../src-shared/record-values.ts';
import { areEqual } from './test-reference.ts';
import type { RecordStore } from './record-store.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import {
  listId,
  lastChanges,
  listAll,
  makePage,
  makeTenant,
  otherListId,
  saveAfresh,
  saveRun,
} from './test-store.ts';
import { anyTenant, anyTenants } from './test-tenants.ts';

let store: RecordStore;
const reopen = prepareTestStore((opened) => {
  store = opened;
});

const three = [makeTenant(3), makeTenant(1), makeTenant(2)];

describe('the first run', () => {
  it('shows its rows as they are read, in their order', () => {
    expect(store.status(listId)).toMatchObject({ state: 'none', tenants: 0, fetchedAt: null });
    const runId = store.beginRun(listId, {});
    expect(() => listAll(store)).toThrow(expect.objectContaining({ code: 'nothing_saved' }));
    store.addPage(runId, makePage([makeTenant(3), makeTenant(1)], 'next'));
    expect(listAll(store).map(({ id }) => id)).toEqual(['3', '1']);
    expect(store.status(listId)).toMatchObject({
      state: 'partial',
      tenants: 2,
      completeRun: null,
      interruptedRun: null,
    });
    store.addPage(runId, makePage([makeTenant(2)]));
    const run = store.completeRun(runId);
    expect(run).toMatchObject({ pages: 2, rows: 3, milliseconds: 20, isComplete: true });
    expect(run.changes).toEqual({ new: 0, changed: 0, gone: 0 });
    expect(listAll(store)).toEqual(three);
    expect(store.status(listId)).toMatchObject({
      state: 'complete',
      tenants: 3,
      fetchedAt: run.startedAt,
      readInFullAt: run.startedAt,
      completeRun: run,
    });
  });

  it('resumes where it was interrupted after a restart, and keeps its counts', () => {
    const runId = store.beginRun(listId, {});
    store.addPage(runId, makePage([makeTenant(1), makeTenant(2)], 'c1'));
    expect(store.resumableRun(listId)).toBeNull();
    const interrupted = store.interruptRun(runId, 'unreachable');
    expect(interrupted).toMatchObject({
      errorCode: 'unreachable',
      isComplete: false,
      endedAt: null,
    });
    reopen();
    expect(store.status(listId)).toMatchObject({ state: 'partial', interruptedRun: interrupted });
    expect(store.resumableRun(listId)).toEqual({ runId, cursor: 'c1' });
    store.resumeRun(runId);
    expect(store.resumableRun(listId)).toBeNull();
    store.addPage(runId, {
      rows: [makeTenant(2, { name: 'Again' }), makeTenant(3)].map((tenant) => ({
        tenant,
        raw: '{}',
      })),
      unreadable: ['7', '"text"'],
      cursor: null,
      milliseconds: 10,
    });
    expect(store.completeRun(runId)).toMatchObject({
      pages: 2,
      rows: 3,
      duplicates: 1,
      unreadableRows: 2,
      milliseconds: 20,
      errorCode: null,
    });
    expect(listAll(store)).toEqual([makeTenant(1), makeTenant(2), makeTenant(3)]);
  });

  it('can be resumed after a crash, until another run begins', () => {
    const runId = store.beginRun(listId, {});
    store.addPage(runId, makePage(three, 'c1'));
    reopen();
    expect(store.resumableRun(listId)).toEqual({ runId, cursor: 'c1' });
    store.beginRun(listId, {});
    expect(() => store.addPage(runId, makePage([]))).toThrow(
      expect.objectContaining({ code: 'nothing_to_resume' }),
    );
    expect(store.status(listId)).toMatchObject({ state: 'none', interruptedRun: null });
  });
});

describe('a later run', () => {
  it('does not change the list until it is complete', () => {
    saveRun(store, three);
    const runId = store.beginRun(listId, {});
    store.addPage(runId, makePage([makeTenant(9)], 'c1'));
    expect(listAll(store)).toEqual(three);
    store.interruptRun(runId, 'rate_limited');
    expect(store.status(listId)).toMatchObject({ state: 'complete', tenants: 3 });
    store.resumeRun(runId);
    store.addPage(runId, makePage([makeTenant(1), makeTenant(3)]));
    store.completeRun(runId);
    expect(listAll(store).map(({ id }) => id)).toEqual(['9', '1', '3']);
    expect(() => store.completeRun(runId)).toThrow(
      expect.objectContaining({ code: 'nothing_to_resume' }),
    );
  });

  it('does not change an open snapshot', () => {
    saveRun(
      store,
      Array.from({ length: 1200 }, (_, at) => makeTenant(at + 1)),
    );
    using snapshot = store.snapshot([listId]);
    saveRun(store, [makeTenant(1)]);
    const batches = snapshot.tenants({ filter: {} }).map(({ tenants }) => tenants);
    const seen = [...(batches.next().value ?? [])];
    saveRun(store, [makeTenant(1), makeTenant(2)]);
    seen.push(...[...batches].flat());
    expect(seen).toHaveLength(1200);
    expect([...snapshot.tenants({ filter: { change: 'any' } })]).toEqual([]);
    saveRun(store, [makeTenant(1)]);
    expect(listAll(store)).toEqual([makeTenant(1)]);
  });

  it('finds the same changes as a comparison of plain arrays', () => {
    fc.assert(
      fc.property(anyTenants(40), fc.array(anyTenant, { maxLength: 40 }), (before, others) => {
        // Every second tenant stays, some of those with other values, and new ones are added.
        const again = before.filter((_, at) => at % 2 === 0);
        const changed = again.map((tenant, at) => ({ ...(others[at] ?? tenant), id: tenant.id }));
        const ids = new Set(before.map(({ id }) => id));
        // More rows without an id than before would keep tenants in the list.
        const added = others.filter(
          ({ id }, at) =>
            id !== '' && !ids.has(id) && others.findIndex((other) => other.id === id) === at,
        );
        const after = [...added, ...changed];
        saveAfresh(store, before);
        saveRun(store, after);

        const withId = ({ id }: ListRecord) => id !== '';
        const expected = [
          ...after.filter(withId).flatMap((tenant) => {
            const old = before.find(({ id }) => id === tenant.id);
            if (old === undefined) return [{ kind: 'new', tenant, fields: [] }];
            const fields = tenantFields
              .filter(
                (field) =>
                  field !== 'updatedAt' &&
                  !areEqual(field, valueOf(old, field), valueOf(tenant, field)),
              )
              .map((field) => ({
                field,
                before: valueOf(old, field),
                after: valueOf(tenant, field),
              }));
            return fields.length > 0 ? [{ kind: 'changed', tenant, fields }] : [];
          }),
          ...before
            .filter((old) => withId(old) && !after.some(({ id }) => id === old.id))
            .map((tenant) => ({ kind: 'gone', tenant, fields: [] })),
        ];
        expect(lastChanges(store)).toEqual(expected);
        for (const change of ['new', 'changed', 'gone'] as const) {
          const found = expected.filter(({ kind }) => kind === change).map(({ tenant }) => tenant);
          expect(store.status(listId).completeRun?.changes[change]).toBe(found.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the history of a tenant, also after it is gone', () => {
    saveRun(store, [makeTenant(1), makeTenant(2)]);
    for (const name of ['A', 'B']) saveRun(store, [makeTenant(1, { name }), makeTenant(2)]);
    saveRun(store, [makeTenant(2)]);
    const { tenant, raw, history } = store.details(listId, '1');
    expect(JSON.parse(raw)).toEqual(tenant);
    expect(history.map(({ kind, fields }) => ({ kind, fields }))).toEqual([
      { kind: 'gone', fields: [] },
      { kind: 'changed', fields: [{ field: 'name', before: 'A', after: 'B' }] },
      { kind: 'changed', fields: [{ field: 'name', before: 'Tổng đài 1', after: 'A' }] },
    ]);
    expect(listAll(store, { change: 'gone' })).toMatchObject([
      { ...tenant, change: { kind: 'gone', fields: [] } },
    ]);
  });

  it('goes by the order of the runs and not by the clock', () => {
    let now = new Date('2026-05-01T00:00:00Z');
    reopen({ now: () => now });
    saveRun(store, three);
    now = new Date('2020-01-01T00:00:00Z');
    saveRun(store, [makeTenant(7)]);
    expect(listAll(store)).toEqual([makeTenant(7)]);
    expect(store.status(listId)).toMatchObject({ fetchedAt: now.toISOString(), tenants: 1 });
    expect(store.details(listId, '7').history[0]?.kind).toBe('new');
  });
});

it('keeps every row without an id', () => {
  const rows = [makeTenant('', { name: 'A' }), makeTenant(''), makeTenant('')];
  expect(saveRun(store, rows)).toMatchObject({ rows: 3, duplicates: 0 });
  expect(listAll(store)).toEqual(rows);
});

it('keeps lists apart', () => {
  saveRun(store, three);
  saveRun(store, [makeTenant(1)], {}, otherListId);
  expect(listAll(store)).toEqual(three);
  expect(listAll(store, {}, undefined, otherListId)).toEqual([makeTenant(1)]);
  store.removeLists([listId]);
  expect(store.status(listId)).toMatchObject({ state: 'none', tenants: 0 });
  expect(listAll(store, {}, undefined, otherListId)).toEqual([makeTenant(1)]);
});
