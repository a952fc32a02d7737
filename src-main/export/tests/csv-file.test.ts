import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../src-shared/export-tenants.ts';
import { guardFormula } from '../../../src-shared/guard-formula.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import type { ListedRecord } from '../../../src-shared/list-tenants.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { parseTextTable } from '../../tables/parse-text-table.ts';
import { toBatches, writeTestExport } from './test-export.ts';

const folder = prepareTestFolder();

const tenant: ListRecord = {
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

async function write(
  tenants: ListedRecord[],
  options: Partial<ExportOptions> = {},
): Promise<string> {
  const path = folder.join('tenants.csv');
  await writeTestExport(path, {
    batches: toBatches(tenants),
    options: { format: 'csv', ...options },
  });
  return path;
}

async function writeAndRead(...parameters: Parameters<typeof write>): Promise<string> {
  return readFile(await write(...parameters), 'utf8');
}

describe('a CSV file', () => {
  it('has a byte order mark, CRLF line ends, and dates in the time zone of their header', async () => {
    expect(await writeAndRead([tenant])).toBe(
      '\ufeffName,Domain,Status,Status code,Owner ID,Method,Connection ID,ID,Created (UTC+7),Updated (UTC+7)\r\n' +
        '"Tổng đài ""Hoàng, Long""",hoang-long.etelecom.vn,Enabled,P,,Direct,SIP-7,1108213456789012345,2026-11-23 00:30:00,soon\r\n',
    );
  });

  it('has the same day and second as the workbook, and nothing for a date that means none', async () => {
    const dates = ['2026-12-31T16:59:59.9999999Z', '0001-01-01T00:00:00Z', '2024-02-30T00:00:00Z'];
    const tenants = dates.map((createdAt) => ({ ...tenant, createdAt }));
    expect(await writeAndRead(tenants, { columns: ['createdAt', 'id'] })).toBe(
      '\ufeffCreated (UTC+7),ID\r\n' +
        `2026-12-31 23:59:59,${tenant.id}\r\n,${tenant.id}\r\n` +
        `2024-02-30T00:00:00Z,${tenant.id}\r\n`,
    );
  });

  it('has the chosen columns, separator and protection of ids', async () => {
    const columns: ExportOptions['columns'] = ['connectionId', 'id', 'name', 'id'];
    expect(
      await writeAndRead([tenant], { columns, csvSeparator: 'semicolon', csvProtectsIds: true }),
    ).toBe(
      '\ufeffConnection ID;ID;Name\r\n' +
        'SIP-7;"=""1108213456789012345""";"Tổng đài ""Hoàng, Long"""\r\n',
    );
  });

  it.each([
    ['0901234567', '"=""0901234567"""'],
    ['+84901234567', '"=""+84901234567"""'],
    ['0012', '"=""0012"""'],
    ['007', '"=""007"""'],
    ['0', '"=""0"""'],
    ['1234567890123456', '"=""1234567890123456"""'],
    // A spreadsheet program shows the same digits.
    ['123456789012345', '123456789012345'],
    ['12', '12'],
    ['0901 234 567', '0901 234 567'],
    ['+', "'+"],
    ['+84 901', "'+84 901"],
  ])('protects the digits of %s as a name, as a note and as a tag', async (text, written) => {
    const row: ListedRecord = {
      ...tenant,
      name: text,
      ownerId: '5',
      annotation: { isStarred: false, note: text, tags: [text] },
      hotlines: ['0901234567'],
    };
    const columns: ExportOptions['columns'] = ['name', 'ownerId', 'note', 'tags', 'hotlines'];
    expect(await writeAndRead([row], { columns, csvProtectsIds: true })).toContain(
      `\r\n${written},"=""5""",${written},${written},"=""0901234567"""\r\n`,
    );
    // Without the option, only formulas are guarded.
    const plain = text.startsWith('+') ? `'${text}` : text;
    expect(await writeAndRead([row], { columns })).toContain(`\r\n${plain},5,`);
  });

  it.each([
    ...['1900.6060', '1800.1090', '1e5', '1/2', '1-2', '12:30', '5%', '1,000', '3.000 ₫', '7-Nov'],
    ...['2026-11-27', '1.5E+3', '5 pm', '(028) 3822', '1900–1800', '０９０１', "1'000", 'Sept 7'],
  ])('protects %s, which a spreadsheet program converts', async (text) => {
    const columns: ExportOptions['columns'] = ['ownerId', 'name'];
    const row = { ...tenant, ownerId: text, name: text };
    const read = async (csvProtectsIds: boolean) =>
      (await writeAndRead([row], { columns, csvSeparator: 'comma', csvProtectsIds })).split(
        '\r\n',
      )[1];
    expect(await read(true)).toBe(`"=""${text}""","=""${text}"""`);
    expect(await read(false)).not.toContain('=');
  });

  it.each(['SIP-7', '1900.6060 HCM', '24h', '-', '(e)', 'March', 'e.vn', 'Công ty 1/2', '1, 2'])(
    'does not protect %s, which no spreadsheet program converts',
    async (text) => {
      const columns: ExportOptions['columns'] = ['ownerId', 'name'];
      const row = { ...tenant, ownerId: text, name: text };
      expect(await writeAndRead([row], { columns, csvProtectsIds: true })).not.toContain('=');
    },
  );

  it('does not protect its dates', async () => {
    const columns: ExportOptions['columns'] = ['createdAt'];
    expect(await writeAndRead([tenant], { columns, csvProtectsIds: true })).toBe(
      '\ufeffCreated (UTC+7)\r\n2026-11-23 00:30:00\r\n',
    );
  });

  it('is read back by the app as it was, protected or not', async () => {
    const unit = fc.constantFrom(...`00123-+/.,:()%eE"=;aM \t₫é`.split(''));
    const text = fc.string({ unit, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: text, name: text }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('comma', 'semicolon'),
        fc.boolean(),
        async (values, csvSeparator, csvProtectsIds) => {
          const path = await write(
            values.map(({ id, name }) => ({ ...tenant, id, name, ownerId: '5' })),
            { columns: ['id', 'name', 'ownerId'], csvSeparator, csvProtectsIds },
          );
          const { rows } = parseTextTable(await readFile(path));
          expect(rows.slice(1)).toEqual(values.map(({ id, name }) => [id, name, '5']));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('protects each number of a column of hotlines, and leaves several as text', async () => {
    const rows = [['19001234'], ['0901234567', '0907654321'], []].map((hotlines) => ({
      ...tenant,
      hotlines,
    }));
    expect(await writeAndRead(rows, { columns: ['id', 'hotlines'], csvProtectsIds: true })).toBe(
      '\ufeffID,Hotlines of the owner\r\n' +
        `"=""${tenant.id}""","=""19001234"""\r\n` +
        `"=""${tenant.id}""","0901234567, 0907654321"\r\n` +
        `"=""${tenant.id}""",\r\n`,
    );
  });

  it('has only a header if the list is empty', async () => {
    expect(await writeAndRead([], { columns: ['name'] })).toBe('\ufeffName\r\n');
  });

  it('contains texts that exceljs reads unchanged', async () => {
    // The texts are guarded already and must not be guarded twice. The letters at both ends keep the reader from trimming a text or converting it to a number. There are no lone
    // surrogates, because UTF-8 cannot contain them.
    const names = fc.array(
      fc
        .string({
          unit: fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('"', ',', '\r\n', 'ế', '😀'),
          ),
          minLength: 1,
        })
        .map((text) => guardFormula(`n${text}n`, ',')),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (texts) => {
        const path = await write(
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
