import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { readSheet } from '../xlsx/test-workbook-reader.ts';
import { cutMark, maximumCellLength } from '../xlsx/xml-text.ts';
import { readInfoSheet, sampleTenants, toBatches, writeTestExport } from './test-export.ts';
import { hasLibreOffice, readWithLibreOffice } from './test-libreoffice.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

const [firstTenant] = sampleTenants;
if (firstTenant === undefined) throw new Error('There are no sample tenants');
const createTenants = (names: readonly string[]): ListRecord[] =>
  names.map((name) => ({ ...firstTenant, name }));

/** Returns the text that a cell must contain for a text from the server. Repeats the rules of `xml-text.ts`. */
function toExpectedText(text: string): string {
  const cut =
    text.length > maximumCellLength
      ? `${text.slice(0, maximumCellLength - 1).replace(/[\ud800-\udbff]$/, '')}${cutMark}`
      : text;
  return cut.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd');
}

/** Decodes the escapes of cell texts, which exceljs does not decode. */
function decodeEscapes(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Dates around the ends of seconds, days and years, with any number of digits, and what they are in UTC+7. */
const dates = fc
  .sample(
    fc.record({
      second: fc.oneof(
        fc.integer({ min: Date.UTC(1900, 2, 2) / 1000, max: Date.UTC(9999, 11, 30) / 1000 }),
        fc.integer({ min: 0, max: 46_000 }).map((day) => day * 86_400 + 16 * 3600 + 3599),
      ),
      fraction: fc.oneof(
        fc.constantFrom('', '.999', '.9995', '.999999999', '.9999999999999', '.5'),
        fc.nat(999_999_999).map((digits) => `.${digits}`),
      ),
    }),
    { numRuns: 400, seed: 11 },
  )
  .map(({ second, fraction }) => {
    const toText = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19);
    return { sent: `${toText(second)}${fraction}Z`, local: toText(second + 7 * 3600) };
  });

/** Returns a date, `2026-11-23T07:00:59`, as LibreOffice writes it in English. */
function toEnglishDate(local: string): string {
  const [year = '', month = '', day = ''] = local.slice(0, 'yyyy-mm-dd'.length).split('-');
  return `${month}/${day}/${year} ${local.slice('yyyy-mm-ddT'.length, 'yyyy-mm-ddThh:mm:ss'.length)}`;
}

const unusualNames = [
  '=1+2',
  '+84 28 7300 1234',
  '-2+3',
  '@SUM(1,2)',
  '1900.6060',
  '1e5',
  '(028)',
  '1/2',
  '12:30',
  '  spaces at both ends  ',
  'two\nlines',
  'tab\there',
  '_x0041_ is not A',
  '_x005F_x0041_',
  '<&>"\'',
  'Tổng đài Hoàng Long',
  'Tổng đài Hoàng Long'.normalize('NFD'),
  '\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35',
  '\u0645\u0631\u062d\u0628\u0627 \u200fRTL',
  '👩‍👩‍👧‍👦 𐍈 🇻🇳',
  '0012',
  '1e5',
  'TRUE',
  'www.example.vn',
];

describe('a workbook, read by exceljs', () => {
  it('has the day and second of each date in the time zone of the sheet', async () => {
    const tenants = dates.map(({ sent }) => ({ ...firstTenant, createdAt: sent }));
    await writeTestExport(path, {
      batches: toBatches(tenants),
      options: { columns: ['createdAt'] },
    });
    const sheet = await readSheet(path);
    expect(dates.map((_, index) => sheet.getCell(index + 2, 1).value)).toEqual(
      dates.map(({ local }) => new Date(`${local}Z`)),
    );
  });

  it('contains any Unicode text unchanged', async () => {
    const names = fc.array(
      fc
        .array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom(...unusualNames, '\ud800', '\u0008'),
          ),
        )
        .map((parts) => parts.join(''))
        .filter((name) => name !== ''),
      { minLength: 1, maxLength: 100 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (texts) => {
        await writeTestExport(path, {
          batches: toBatches(createTenants(texts)),
          options: { columns: ['name'] },
        });
        const sheet = await readSheet(path);
        expect(texts.map((_, index) => decodeEscapes(sheet.getCell(index + 2, 1).value))).toEqual(
          texts.map(toExpectedText),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('cuts a text that is too long between characters, and counts it in the info sheet', async () => {
    const names = ['x'.repeat(40_000), `${'x'.repeat(maximumCellLength - 2)}😀y`, 'short'];
    await writeTestExport(path, { batches: toBatches(createTenants(names)) });
    const sheet = await readSheet(path);
    expect([2, 3].map((row) => sheet.getCell(row, 1).value)).toEqual(
      names.slice(0, 2).map(toExpectedText),
    );
    const info = await readInfoSheet(path);
    expect(info.get('Cells with shortened text')).toBe(2);
  });
});

// Skipped only if LibreOffice is missing on macOS or Windows. On Linux `npm test` requires it.
describe.skipIf(process.platform !== 'linux' && !hasLibreOffice())(
  'a workbook, read by LibreOffice',
  () => {
    it('contains texts as texts and dates as dates, all unchanged', async () => {
      const named = [...createTenants(unusualNames), ...sampleTenants.slice(0, 50)];
      const dated = dates.map(({ sent }) => ({ ...firstTenant, createdAt: sent }));
      const batches = toBatches([...named, ...dated]);
      await writeTestExport(path, { batches, language: 'vi' });
      const sheets = await readWithLibreOffice(path);
      expect([...sheets.keys()].sort()).toEqual(['Thông tin', 'Tổng đài']);
      const [header, ...rows] = sheets.get('Tổng đài') ?? [];
      expect(header?.slice(2, 4)).toEqual([{ text: 'Trạng thái' }, { text: 'Mã trạng thái' }]);
      expect(rows.slice(0, named.length).map(([name]) => name)).toEqual(
        named.map(({ name }) => ({ text: name })),
      );
      expect(rows.slice(named.length).map((cells) => cells[8])).toEqual(
        dates.map(({ local }) => ({ value: toEnglishDate(local) })),
      );
      rows.slice(unusualNames.length, named.length).forEach((cells, index) => {
        const tenant = sampleTenants[index];
        expect(cells[7]).toEqual({ text: tenant?.id });
        const shifted = new Date(Date.parse(tenant?.createdAt ?? '') + 7 * 3_600_000);
        expect(cells[8]).toEqual({ value: toEnglishDate(shifted.toISOString()) });
      });
      expect(sheets.get('Thông tin')).toContainEqual([
        { text: 'Số dòng' },
        { value: String(rows.length) },
      ]);
    });
  },
);
