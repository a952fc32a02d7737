import type {
  ExportRequest,
  RecentExport,
  RepeatExportRequest,
} from '../../src-shared/export-tenants.ts';

/** Returns the request that repeats a recent export of an account; `null` if it cannot be repeated. */
export function repeatOf(
  accountId: string,
  { exportId, isRepeatable }: RecentExport,
): RepeatExportRequest | null {
  return isRepeatable ? { accountId, repeatsExportId: exportId } : null;
}

/** Returns the request for the same rows that asks for another file. */
export function withOtherFile(request: ExportRequest): ExportRequest {
  const other = { ...request, besideExportId: undefined };
  return 'repeatsExportId' in other ? { ...other, asksForFile: true } : other;
}
