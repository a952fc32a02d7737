import { queryOptions } from '@tanstack/react-query';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { savedOf } from '../bridge/account-key.ts';
import type { Call } from '../bridge/call.ts';

/** Measures an export before it is started. Until the answer is there, shows the last one for rows chosen in the same way. */
export function exportSizeQuery(call: Call, request: ExportTenantsRequest) {
  const measured = withoutRows(request);
  return queryOptions({
    queryKey: [...savedOf(request.accountId), 'exportSize', measured] as const,
    queryFn: ({ signal }) => call('measureExport', measured, { signal }),
    placeholderData: (size, query) =>
      query?.queryKey[3].scope.kind === measured.scope.kind ? size : undefined,
  });
}

/** Leaves out the rows that the request carries, because their number is known. */
function withoutRows(request: ExportTenantsRequest): ExportTenantsRequest {
  const { scope } = request;
  switch (scope.kind) {
    case 'page':
    case 'selected':
      return { ...request, scope: { ...scope, tenants: [] } };
    case 'selectedSaved':
      return { ...request, scope: { ...scope, keys: [] } };
    case 'all':
      return { ...request, scope: { ...scope, ...(scope.except && { except: [] }) } };
    default:
      return request;
  }
}
