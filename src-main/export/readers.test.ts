import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../src-shared/tenant.ts';
import { pagesOf, plainTenants, readRows, readSheet, writeTestExport } from './test-export.ts';
import { hasLibreOffice, readWithLibreOffice } from './test-libreoffice.ts';
import { cutMark, maximumCellLength } from './xlsx/xml-text.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readers-'));
  path = join(folder, 'tenants.xlsx');
});
afterEach(() => rm(folder, { recursive: true }));

const [some] = plainTenants;
if (some === undefined) throw new Error('There are no tenants');
const named = (names: readonly string[]): Tenant[] => names.map((name) => ({ ...some, name }));

/** What may be in a cell of what was sent: the rules of `xml-text.ts`, said once more. */
function allowed(sent: string): string {
  const cut =
    sent.length > maximumCellLength
      ? `${sent.slice(0, maximumCellLength - 1).replace(/[\ud800-\udbff]$/, '')}${cutMark}`
      : sent;
  return cut.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd');
}

/** exceljs leaves the format's escapes as they are. */
function unescaped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const awkward = [
  '=1+2',
  '+84 28 7300 1234',
  '-2+3',
  '@SUM(1,2)',
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
  it('has any name of Unicode as it was sent', async () => {
    const names = fc.array(
      fc
        .array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...awkward, '\ud800', '\u0008')),
        )
        .map((parts) => parts.join(''))
        .filter((name) => name !== ''),
      { minLength: 1, maxLength: 100 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (sent) => {
        await writeTestExport(path, {
          pages: pagesOf(named(sent)),
          options: { columns: ['name'] },
        });
        const sheet = await readSheet(path);
        expect(sent.map((_, at) => unescaped(sheet.getCell(at + 2, 1).value))).toEqual(
          sent.map(allowed),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('has a text that is too long cut between characters, and owns up to it', async () => {
    const long = ['x'.repeat(40_000), `${'x'.repeat(maximumCellLength - 2)}😀y`, 'short'];
    await writeTestExport(path, { pages: pagesOf(named(long)) });
    const sheet = await readSheet(path);
    expect([2, 3].map((row) => sheet.getCell(row, 1).value)).toEqual(long.slice(0, 2).map(allowed));
    const facts = new Map((await readRows(path, 1)).map(([label, value]) => [label, value]));
    expect(facts.get('Texts shortened to fit a cell')).toBe(2);
  });
});

// Every Linux has it, or `npm test` names it; elsewhere it is nice to have.
describe.skipIf(process.platform !== 'linux' && !hasLibreOffice())(
  'a workbook, read by LibreOffice',
  () => {
    it('has every text as text, every date as a date, and nothing altered', async () => {
      const pages = pagesOf([...named(awkward), ...plainTenants.slice(0, 50)]);
      await writeTestExport(path, { pages });
      const sheets = await readWithLibreOffice(path);
      expect([...sheets.keys()].sort()).toEqual(['Info', 'Tenants']);
      const [header, ...rows] = sheets.get('Tenants') ?? [];
      expect(header?.slice(2, 4)).toEqual([{ text: 'Status' }, { text: 'Status code' }]);
      expect(rows.map(([name]) => name)).toEqual(
        [...awkward, ...plainTenants.slice(0, 50).map(({ name }) => name)].map((text) => ({
          text,
        })),
      );
      rows.slice(awkward.length).forEach((cells, at) => {
        const tenant = plainTenants[at];
        expect(cells[7]).toEqual({ text: tenant?.id });
        const local = new Date(Date.parse(tenant?.createdAt ?? '') + 7 * 3_600_000);
        expect(cells[8]).toEqual({ shown: local.toISOString().slice(0, 19).replace('T', ' ') });
      });
      expect(sheets.get('Info')).toContainEqual([{ text: 'Rows' }, { shown: String(rows.length) }]);
    });
  },
);
