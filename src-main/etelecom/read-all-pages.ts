import { AppError } from '../../src-shared/errors.ts';
import type { Paging } from '../../src-shared/list-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { maximumPagesWithoutNews } from '../../src-shared/walking.ts';
import type { TenantAnswer } from './wire.ts';

/** Rows of one page that the run had not met before. */
export interface DistinctPage {
  tenants: Tenant[];
  unreadableRows: number;
}

/**
 * Walks every page from the first to the last. Rows can move between two requests, so a row that comes twice is given
 * once; rows without an id cannot be told apart and are all given.
 *
 * @param listPage answers one page; the pages are asked for with the largest limit the API knows.
 * @throws AppError `cursor_repeated` when the server gives a cursor a second time, or one page after the other without
 * a new row, which would never end; and whatever `listPage` throws.
 */
export async function* readAllPages(
  listPage: (paging: Paging) => Promise<TenantAnswer>,
): AsyncGenerator<DistinctPage, void, undefined> {
  const cursors = new Set<string>();
  const ids = new Set<string>();
  let after: string | null = null;
  let pagesWithoutNews = 0;
  do {
    const page: TenantAnswer = await listPage({ limit: 100, ...(after !== null && { after }) });
    const tenants = page.tenants.filter(({ id }) => {
      const isNew = id === '' || !ids.has(id);
      ids.add(id);
      return isNew;
    });
    yield { tenants, unreadableRows: page.unreadableRows };
    after = page.paging.next;
    pagesWithoutNews = tenants.length === 0 ? pagesWithoutNews + 1 : 0;
    const isRepeated = after !== null && cursors.has(after);
    if (isRepeated || pagesWithoutNews > maximumPagesWithoutNews) {
      throw new AppError({ code: 'cursor_repeated', message: 'The server goes round in circles' });
    }
    if (after !== null) cursors.add(after);
  } while (after !== null);
}
