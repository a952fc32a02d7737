import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { pageSizes } from '../../src-shared/tenant-fields.ts';
import type { ListWorker } from './list-worker.ts';

/** How many tenants an export will have; `null` where only the server knows. @throws AppError as the list does. */
export async function countRows(
  lists: ListWorker,
  saved: readonly { listId: string }[],
  scope: ExportScope,
): Promise<number | null> {
  const listIds = saved.map(({ listId }) => listId);
  switch (scope.kind) {
    case 'page':
    case 'selected':
      return scope.tenants.length;
    case 'changes': {
      const { changes } = await lists.call('status', { listIds });
      return changes.new + changes.changed + changes.gone;
    }
    case 'all': {
      if (scope.source === 'live') return null;
      const { filter, sort, except = [] } = scope;
      const query = {
        listIds,
        filter,
        paging: { limit: pageSizes[0] },
        ...(sort && { sort }),
      } as const;
      const { total } = await lists.call('list', query);
      return total === undefined ? null : Math.max(total - except.length, 0);
    }
  }
}
