import { expect, it } from 'vitest';
import { at, minute, nine, openTimedStore } from '../store/test-timed-store.ts';
import { listId, makeTenant, otherListId, saveRun } from '../store/test-store.ts';
import { openSavedRows } from './open-saved-rows.ts';

it('an older list of several accounts was fetched when the grid says, also if one was read only once', () => {
  const { store, clock, close } = openTimedStore();
  const listIds = [listId, otherListId];
  const lists = listIds.map((id) => ({
    ...{ listId: id, accountId: id, accountName: id, baseUrl: null },
  }));
  saveRun(store, [makeTenant(1)], {}, otherListId);
  clock.now = nine + 60 * minute;
  saveRun(store, [makeTenant(1)]);
  clock.now = nine + 300 * minute;
  saveRun(store, [makeTenant(1), makeTenant(2)]);
  for (const minutes of [-5, 30, 120, 400]) {
    const filter = { asOf: at(minutes) };
    const page = store.list(listIds, { filter, paging: { limit: 25 } });
    const rows = { filter, since: undefined };
    const content = { kind: 'tenants', batches: [] } as const;
    using source = openSavedRows(store, lists, rows, () => content);
    expect(source.origin().fetchedAt).toBe(at(0));
    expect(page.fetchedAt).toBe(at(0));
  }
  close();
});
