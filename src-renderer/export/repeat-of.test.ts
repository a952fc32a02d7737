import { expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import {
  exportRequestSchema,
  type ExportRequest,
  type ExportScope,
} from '../../src-shared/export-tenants.ts';
import { repeatOf, withOtherFile } from './repeat-of.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const exportId = '00000000-0000-4000-8000-000000000002';
const recent = {
  ...{ exportId, name: 'a.xlsx', exportedAt: '2026-11-23T00:00:00.000Z' },
  ...{ rows: 1, changeLines: null, viewId: null },
};
/** As the main process reads the request. */
const parsed = (request: ExportRequest | null) => exportRequestSchema.parse(request);

it('repeats an export unless its rows were chosen one by one', () => {
  expect(parsed(repeatOf(accountId, { ...recent, isRepeatable: true }))).toEqual({
    accountId,
    repeatsExportId: exportId,
  });
  expect(repeatOf(accountId, { ...recent, isRepeatable: false })).toBeNull();
});

it('asks for another file in place of the one that could not be written', () => {
  const besideExportId = exportId;
  const scope: ExportScope = { kind: 'all', source: 'saved', filter: {} };
  const request = { accountId, scope, options: defaultExportOptions };
  expect(parsed(withOtherFile({ ...request, besideExportId }))).toEqual(request);
  const repeated = { accountId, repeatsExportId: exportId };
  expect(parsed(withOtherFile({ ...repeated, besideExportId }))).toEqual({
    ...repeated,
    asksForFile: true,
  });
});
