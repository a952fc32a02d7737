import { expect, it } from 'vitest';
import { maximumPagesWithoutNews } from '../../src-shared/walking.ts';
import { Refreshes } from '../refresh/refreshes.ts';
import { openStore } from '../store/tenant-store.ts';
import { listId, makePage, makeTenant, TestFolder } from '../store/test-store.ts';

it('ends a refresh when ever new cursors bring no new row', async () => {
  using folder = new TestFolder();
  const { store } = openStore(folder.path);
  const { rows, unreadable } = makePage([makeTenant(1), makeTenant(2)]);
  let asked = 0;
  const refreshed = new Refreshes(store).run(
    { accountId: listId, mode: 'whole', filter: {} },
    {
      readPage: () =>
        Promise.resolve({ next: String(++asked), read: () => ({ rows, unreadable }) }),
      signal: new AbortController().signal,
      onProgress: (read) => expect(read).toBe(2),
    },
  );
  await expect(refreshed).rejects.toMatchObject({ code: 'cursor_repeated' });
  expect(asked).toBeLessThanOrEqual(maximumPagesWithoutNews + 3);
  store.close();
});
