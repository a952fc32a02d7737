import { createList } from './create-list.ts';
import type { SortField } from './sort.ts';
import type { ListRequest, PagingResponse, SandboxTenant } from './wire.ts';

/**
 * Creates the function that returns the response for a request for tenants, without HTTP and faults.
 *
 * @param allowedSorts the fields that can be sorted by.
 */
export function createTenantList(
  tenants: readonly SandboxTenant[],
  allowedSorts: readonly SortField[],
): (request: ListRequest) => { tenants: SandboxTenant[]; paging: PagingResponse } {
  const { listPage } = createList(tenants, allowedSorts);
  return (request) => {
    const { rows, paging } = listPage(request);
    return { tenants: rows, paging };
  };
}
