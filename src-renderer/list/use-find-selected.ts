import type { FoundTenants } from '../../src-shared/export-tenants.ts';
import { listOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from './list-provider.tsx';
import { selectableFilter } from './selectable-filter.ts';

/** Tenants by their keys: those that match the filter, or all that are saved. */
interface WantedTenants {
  keys: readonly string[];
  areMatching: boolean;
}

/** Returns a function that looks for tenants in the saved list, and reads the first of them in the order of the grid. */
export function useFindSelected() {
  const call = useCall();
  const { accountKey, request } = useList();
  return (
    { keys, areMatching }: WantedTenants,
    limit: number,
    signal?: AbortSignal,
  ): Promise<FoundTenants> => {
    const { filter, sort } = request;
    const wanted = {
      ...{ ...listOf(accountKey), keys: [...keys], limit, ...(sort && { sort }) },
      filter: areMatching ? filter : selectableFilter(filter),
    };
    return call('findSelected', wanted, signal && { signal });
  };
}
