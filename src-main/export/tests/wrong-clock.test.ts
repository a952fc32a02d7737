import { afterEach, expect, it, vi } from 'vitest';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { readRows } from '../xlsx/test-workbook-reader.ts';
import { readInfoSheet, runTestExport } from './test-export.ts';

const folder = prepareTestFolder();
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  '1970-01-01T00:00:00Z',
  '1601-01-01T00:00:00Z',
  '1979-12-31T23:59:59Z',
  '2107-12-31T23:59:59Z',
  '2108-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
])('exports if the clock shows %s', async (now) => {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] });
  const { result } = await runTestExport({ folder });
  expect(result.outcome).toBe('saved');
  const path = folder.join('tenants.xlsx');
  expect((await readRows(path, 0)).length).toBeGreaterThan(1);
  expect((await readInfoSheet(path)).get('Rows')).toBeGreaterThan(0);
});
