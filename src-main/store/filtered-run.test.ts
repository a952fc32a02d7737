import { describe, expect, it } from 'vitest';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { RecordStore } from './record-store.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import { listId, lastChanges, listAll, makePage, makeTenant, saveRun } from './test-store.ts';

let store: RecordStore;
prepareTestStore((opened) => {
  store = opened;
});

const three = [makeTenant(3), makeTenant(1), makeTenant(2)];

describe('a filtered run', () => {
  const renamed = makeTenant(1, { name: 'Đổi tên' });
  const sort: Sort[] = [{ field: 'name', direction: 'ascending' }];

  it('merges its rows into the list and removes none', () => {
    saveRun(store, three);
    saveRun(store, [makeTenant(4, { name: 'An' }), renamed], { name: 'x' });
    expect(listAll(store).map(({ id }) => id)).toEqual(['3', '1', '2', '4']);
    expect(listAll(store, {}, sort).map(({ id }) => id)).toEqual(['4', '1', '2', '3']);
    expect(listAll(store, { name: 'doi ten' }).map(({ id }) => id)).toEqual(['1']);
    expect(store.status(listId).tenants).toBe(4);
  });

  it('records the changes that it finds, and the next full run those since', () => {
    saveRun(store, three);
    const changed = saveRun(store, [makeTenant(4), makeTenant(1, { name: 'B' })], { ownerId: '1' });
    expect(changed.changes).toEqual({ new: 1, changed: 1, gone: 0 });
    saveRun(store, [makeTenant(1, { name: 'C' }), makeTenant(2), makeTenant(4)]);
    const found = lastChanges(store);
    expect(found.map(({ kind, tenant }) => `${kind} ${tenant.id}`)).toEqual([
      'changed 1',
      'gone 3',
    ]);
    expect(found[0]?.fields).toEqual([{ field: 'name', before: 'B', after: 'C' }]);
    expect(store.details(listId, '1').history.map(({ fields }) => fields[0]?.before)).toEqual([
      'B',
      'Tổng đài 1',
    ]);
  });

  it('does not change an interrupted full run', () => {
    const fullRun = store.beginRun(listId, {});
    store.addPage(fullRun, makePage(three, 'c1'));
    store.interruptRun(fullRun, 'timed_out');
    saveRun(store, [makeTenant(8)], { name: 'x' });
    expect(store.resumableRun(listId)).toEqual({ runId: fullRun, cursor: 'c1' });
    expect(listAll(store)).toEqual(three);
  });
});
