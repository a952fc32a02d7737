import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { toRecord } from '../etelecom/wire-rows.ts';
import type { RecordStore } from './record-store.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import { listAll, listId, readAllPages, saveAfresh, saveQuickRun } from './test-store.ts';

let store: RecordStore;
prepareTestStore((opened) => {
  store = opened;
});

/** U+0000, halves of surrogate pairs, what both become, and others. */
const part = fc.constantFrom('\0', '\uD83C', '\uDFEA', '\uFFFD', '🏪', 'Công', ' ', 'a', '7');
const oddText = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
const wireRow = fc.record({
  id: oddText,
  name: oddText,
  domain: oddText,
  status: oddText,
  owner_id: oddText,
  connection_id: oddText,
});
const wireRows = fc.uniqueArray(wireRow, { maxLength: 12, selector: ({ id }) => id });

it('are kept as they were read, and found, sorted and compared', () => {
  fc.assert(
    fc.property(wireRows, (sent) => {
      const tenants = sent.map(toRecord.tenants).filter((tenant) => tenant !== null);
      saveAfresh(store, tenants);
      expect(listAll(store)).toEqual(tenants);
      const isListed = tenants.map(({ id }) => id !== '');
      expect(store.areInList(listId, tenants)).toEqual(isListed);
      expect(saveQuickRun(store, tenants).changes).toEqual({ new: 0, changed: 0, gone: 0 });
      for (const direction of ['ascending', 'descending'] as const) {
        const query = { filter: {}, sort: [{ field: 'name', direction }] } as const;
        const { forward, backward } = readAllPages(store, { ...query, sort: [...query.sort] }, 25);
        for (const pages of [forward, backward]) {
          expect(pages.flatMap((page) => page.tenants)).toHaveLength(tenants.length);
        }
      }
      for (const tenant of tenants) expectFound(tenant);
      for (const { value, count } of store.facets([listId], {}, createClock('utc')).statuses) {
        expect(listAll(store, { statuses: [value] })).toHaveLength(count);
      }
    }),
    { numRuns: 40 },
  );
});

function expectFound(tenant: ListRecord): void {
  const { id, name } = tenant;
  if (name.trim() !== '') {
    expect(listAll(store, { name })).toContainEqual(tenant);
    const matching = { by: 'name' as const, values: [name.trim()] };
    expect(listAll(store, { matching })).toContainEqual(tenant);
  }
  if (id === '') return;
  expect(store.details(listId, id).tenant).toEqual(tenant);
}

it.each([
  ['a\uD800', 'a\uD801'],
  ['a\0b', 'a\0c'],
])('of different ids do not make two tenants one: %j and %j', (...ids) => {
  const tenants = ids.map((id) => toRecord.tenants({ id, name: 'An' }));
  expect(tenants).toMatchObject([{ id: '' }, { id: '' }]);
  saveAfresh(
    store,
    tenants.filter((tenant) => tenant !== null),
  );
  expect(listAll(store)).toHaveLength(2);
});
