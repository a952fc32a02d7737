import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../src-shared/export-tenants.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import { csvField } from './csv.ts';
import { pagesOf, writeTestExport } from './test-export.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
  path = join(folder, 'tenants.csv');
});
afterEach(() => rm(folder, { recursive: true }));

const tenant: Tenant = {
  id: '1108213456789012345',
  name: 'Tổng đài "Hoàng, Long"',
  domain: 'hoang-long.etelecom.vn',
  status: 'P',
  ownerId: null,
  connectionMethod: 'direct',
  connectionId: 'SIP-7',
  createdAt: '2026-11-22T17:30:00Z',
  updatedAt: 'soon',
};

async function write(tenants: Tenant[], options: Partial<ExportOptions> = {}) {
  await writeTestExport(path, {
    pages: pagesOf(tenants),
    options: { format: 'csv', ...options },
  });
  return readFile(path, 'utf8');
}

describe('a CSV file', () => {
  it('is UTF-8 with its mark, has lines that end in CRLF, and dates in the zone of their header', async () => {
    expect(await write([tenant])).toBe(
      '\ufeffName,Domain,Status,Status code,Owner ID,Method,Connection ID,ID,Created (UTC+7),Updated (UTC+7)\r\n' +
        '"Tổng đài ""Hoàng, Long""",hoang-long.etelecom.vn,Enabled,P,,Direct,SIP-7,1108213456789012345,2026-11-23 00:30:00,soon\r\n',
    );
  });

  it('has the columns, their order and the separator that were chosen, and protects ids where it is to', async () => {
    const columns: ExportOptions['columns'] = ['connectionId', 'id', 'name', 'id'];
    expect(
      await write([tenant], { columns, csvSeparator: 'semicolon', csvProtectsIds: true }),
    ).toBe(
      '\ufeffConnection ID;ID;Name\r\n' +
        'SIP-7;"=""1108213456789012345""";"Tổng đài ""Hoàng, Long"""\r\n',
    );
  });

  it('of an empty list is a header', async () => {
    expect(await write([], { columns: ['name'] })).toBe('\ufeffName\r\n');
  });

  it('is read back as it was sent, by a reader that is not the writer', async () => {
    // Without what the reader itself trims or takes for a number; a lone surrogate is not text.
    const names = fc.array(
      fc
        .string({
          unit: fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('"', ',', '\r\n', 'ế', '😀'),
          ),
          minLength: 1,
        })
        .map((text) => `n${text}n`),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (texts) => {
        await write(
          texts.map((name) => ({ ...tenant, name })),
          { columns: ['name', 'id'] },
        );
        const workbook = new ExcelJS.Workbook();
        const sheet = await workbook.csv.readFile(path, { map: (value: unknown) => value });
        expect(sheet.getColumn(1).values.slice(2)).toEqual(texts);
        expect(sheet.getCell('B2').value).toBe(tenant.id);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a field of a CSV file', () => {
  it.each([
    ['=1+2', "'=1+2"],
    ['+84 28', "'+84 28"],
    ['-2', "'-2"],
    ['@SUM(1,2)', `"'@SUM(1,2)"`],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['a=b', 'a=b'],
    [' x', '" x"'],
    ['a\nb', '"a\nb"'],
    ['a;b', '"a;b"'],
    ['', ''],
  ])('of %j is %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });
});
