import { AppError } from '../../src-shared/errors.ts';
import type { Paging } from '../../src-shared/list-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { TenantAnswer } from './wire.ts';

/** Rows of one page that the walk had not met before. */
export interface WalkedPage {
  tenants: Tenant[];
  unreadableRows: number;
}

/**
 * Walks every page from the first to the last. Rows can move between two requests, so a row that comes twice is given
 * once; rows without an id cannot be told apart and are all given.
 *
 * @param listPage answers one page; the pages are asked for with the largest limit the API knows.
 * @throws AppError `cursor_repeated` when the server gives a cursor a second time, which would never end; and whatever
 * `listPage` throws.
 */
export async function* walkTenants(
  listPage: (paging: Paging) => Promise<TenantAnswer>,
): AsyncGenerator<WalkedPage, void, undefined> {
  const cursors = new Set<string>();
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page: TenantAnswer = await listPage({ limit: 100, ...(after !== null && { after }) });
    yield {
      tenants: page.tenants.filter(({ id }) => {
        if (id === '') return true;
        const isNew = !ids.has(id);
        ids.add(id);
        return isNew;
      }),
      unreadableRows: page.unreadableRows,
    };
    after = page.paging.next;
    if (after !== null && cursors.has(after)) {
      throw new AppError({ code: 'cursor_repeated', message: 'The server repeated a cursor' });
    }
    if (after !== null) cursors.add(after);
  } while (after !== null);
}
