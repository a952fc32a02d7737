import type { ExportTenantsRequest, RecentExport } from '../../src-shared/export-tenants.ts';

/** Returns the request that repeats a recent export of an account; `null` if it cannot be repeated. */
export function repeatOf(
  accountId: string,
  { exportId, contents }: RecentExport,
): ExportTenantsRequest | null {
  return contents && { ...contents, accountId, repeatsExportId: exportId };
}
