import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { ExportService } from './export-service.ts';

type ExportHandlers = Pick<BridgeHandlers, 'exportTenants' | 'openExport' | 'showExport'>;

/** Returns the handlers that export tenants and open the written files. */
export function createExportHandlers({ exports }: { exports: ExportService }): ExportHandlers {
  return {
    exportTenants: (request, { signal, onProgress }) => exports.run(request, signal, onProgress),
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
