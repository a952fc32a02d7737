import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { pageSizes } from '../../src-shared/tenant-fields.ts';
import type { MeasureExportRequest } from '../lists/calls.ts';
import type { ListWorker } from '../lists/list-worker.ts';

/** Returns how many rows an export will have; `null` if that is not known before. @throws AppError from the list worker. */
export async function countRows(
  worker: ListWorker,
  {
    lists,
    showsAllAccounts,
    scope,
  }: Pick<MeasureExportRequest, 'lists' | 'showsAllAccounts' | 'scope'>,
): Promise<number | null> {
  const listIds = lists.map(({ listId }) => listId);
  const countSelected = async (keys: readonly string[], { filter }: Pick<AllScope, 'filter'>) => {
    const request = { lists, showsAllAccounts, keys: [...keys], filter, limit: 0 };
    return (await worker.call('findSelected', request)).rows;
  };
  const countListed = async ({ filter }: Pick<AllScope, 'filter'>) => {
    const paging = { limit: pageSizes[0] };
    return (await worker.call('listTenants', { listIds, filter, paging })).total ?? null;
  };
  switch (scope.kind) {
    case 'page':
    case 'selected':
      return scope.tenants.length;
    case 'selectedSaved':
      return countSelected(scope.keys, scope);
    case 'changes': {
      const { filter, since } = scope;
      return countListed({ filter: { ...filter, change: filter.change ?? 'any', since } });
    }
    case 'overview':
      return null;
    case 'all': {
      if (scope.source === 'live') return null;
      const { except = [] } = scope;
      const total = await countListed(scope);
      if (total === null) return null;
      return except.length === 0 ? total : total - (await countSelected(except, scope));
    }
  }
}

type AllScope = Extract<ExportScope, { kind: 'all' }>;
