import type { AccountWork } from '../accounts/account-work.ts';
import type { ListWorker } from '../lists/list-worker.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { describeExport } from './describe-export.ts';
import type { ExportService } from './export-service.ts';
import type { RecentExportsFile } from './recent-exports-file.ts';

type ExportHandlers = Pick<
  BridgeHandlers,
  'measureExport' | 'exportTenants' | 'listRecentExports' | 'openExport' | 'showExport'
>;

type Parts = Parameters<typeof describeExport>[1] & {
  lists: ListWorker;
  exports: ExportService;
  recentExports: RecentExportsFile;
  work: AccountWork;
};

/** Returns the handlers that export tenants and open the written files. */
export function createExportHandlers(parts: Parts): ExportHandlers {
  const { exports, lists, recentExports, work } = parts;
  return {
    measureExport: (request, { signal }) =>
      lists.call('measureExport', describeExport(request, parts), { signal }),
    // An account is not removed before its exports are done.
    exportTenants: (request, { signal, onProgress }) =>
      work.run(request.accountId, signal, () => exports.run(request, signal, onProgress)),
    listRecentExports: ({ accountId }) => recentExports.list(accountId),
    openExport: async ({ exportId }) => {
      await exports.open(exportId);
      return null;
    },
    showExport: async ({ exportId }) => {
      await exports.show(exportId);
      return null;
    },
  };
}
