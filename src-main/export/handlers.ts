import type { AccountWork } from '../accounts/account-work.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { ExportService } from './export-service.ts';
import type { RecentExportsFile } from './recent-exports-file.ts';

type ExportHandlers = Pick<
  BridgeHandlers,
  'measureExport' | 'exportTenants' | 'listRecentExports' | 'openExport' | 'showExport'
>;

interface Parts {
  exports: ExportService;
  recentExports: RecentExportsFile;
  work: AccountWork;
}

/** Returns the handlers that export tenants and open the written files. */
export function createExportHandlers({ exports, recentExports, work }: Parts): ExportHandlers {
  return {
    measureExport: (request, { signal }) => exports.measure(request, signal),
    // An account is not removed before its exports are done.
    exportTenants: (request, { signal, onProgress }) =>
      work.run(request.accountId, signal, () => exports.run(request, signal, onProgress)),
    listRecentExports: ({ accountId }) => recentExports.list(accountId),
    openExport: async ({ exportId }) => {
      await exports.open(exportId);
      return null;
    },
    showExport: ({ exportId }) => {
      exports.show(exportId);
      return null;
    },
  };
}
