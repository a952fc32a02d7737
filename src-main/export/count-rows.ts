import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { pageSizes } from '../../src-shared/tenant-fields.ts';
import type { ListWorker } from '../lists/list-worker.ts';

/** Returns how many rows an export will have; `null` if only the server knows. @throws AppError from the list worker. */
export async function countRows(
  lists: ListWorker,
  listIds: readonly string[],
  scope: ExportScope,
): Promise<number | null> {
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
      const paging = { limit: pageSizes[0] };
      const { total } = await lists.call('list', {
        listIds,
        filter,
        paging,
        ...(sort && { sort }),
      });
      return total === undefined ? null : Math.max(total - except.length, 0);
    }
  }
}
