import type { Paging } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { PagingGuard } from './paging-guard.ts';
import type { TenantAnswer } from './wire.ts';

/** The tenants of one page that were not on an earlier page. */
export interface DistinctPage {
  tenants: ListRecord[];
  unreadableRows: number;
}

/**
 * Reads all pages from the first to the last. Rows can move between two requests, so a tenant that appears on several
 * pages is returned once. Tenants without an id cannot be compared and are all returned.
 *
 * @param listPage returns one page and its size; it is called with the largest limit that the API accepts.
 * @throws AppError `cursor_repeated` as `PagingGuard` does, and whatever `listPage` throws.
 */
export async function* readAllPages(
  listPage: (paging: Paging) => Promise<TenantAnswer & { bytes: number }>,
): AsyncGenerator<DistinctPage, void, undefined> {
  const guard = new PagingGuard(null);
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page: TenantAnswer & { bytes: number } = await listPage({
      limit: 100,
      ...(after !== null && { after }),
    });
    const tenants = page.tenants.filter(({ id }) => {
      const isNew = id === '' || !ids.has(id);
      ids.add(id);
      return isNew;
    });
    yield { tenants, unreadableRows: page.unreadableRows };
    after = page.paging.next;
    if (after !== null) guard.follow(after);
    guard.check(tenants.length, page.bytes);
  } while (after !== null);
}
