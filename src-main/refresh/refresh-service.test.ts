import { expect, it } from 'vitest';
import { maximumPagesWithoutNewRows } from '../etelecom/paging-guard.ts';
import { openStore } from '../store/tenant-store.ts';
import { account, TestFolder } from '../store/test-store.ts';
import { RefreshService } from './refresh-service.ts';

it('ends a refresh when each page has a new cursor but no new row', async () => {
  using folder = new TestFolder();
  const { store } = openStore(folder.path);
  let asked = 0;
  const fetchPage = () => {
    const paging = { next: String(++asked) };
    return Promise.resolve(JSON.stringify({ paging, tenants: [{ id: '1' }, { id: '2' }] }));
  };
  const refreshed = new RefreshService(store, fetchPage).run(
    { listId: account, mode: 'whole', filter: {} },
    {
      signal: new AbortController().signal,
      onProgress: (read) => expect(read).toBe(2),
    },
  );
  await expect(refreshed).rejects.toMatchObject({ code: 'cursor_repeated' });
  expect(asked).toBeLessThanOrEqual(maximumPagesWithoutNewRows + 3);
  store.close();
});
