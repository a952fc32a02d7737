import { beforeEach, describe, expect, it } from 'vitest';
import type { ListRecord, RecordField } from '../../../src-shared/list-record.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { readSheet } from '../xlsx/test-workbook-reader.ts';
import { createTenants, sampleTenants, toBatches, writeTestExport } from './test-export.ts';
import { countPrintedPages, hasLibreOffice } from './test-libreoffice.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

/** A tenant whose values need all the room that their columns can take. */
const widest = sampleTenants.slice(0, 1).map((tenant): ListRecord => {
  return { ...tenant, name: 'Tổng đài '.repeat(20), domain: 'a-very-long-domain.'.repeat(10) };
});

describe('the layout of a workbook', () => {
  it('prints in landscape, one page wide, with the header, the title and the number of each page', async () => {
    await writeTestExport(path, { origin: { accountName: 'Hùng & Sons' } });
    for (const [index, name] of ['Tenants', 'Info'].entries()) {
      const sheet = await readSheet(path, index);
      expect(sheet.name).toBe(name);
      expect(sheet.pageSetup).toMatchObject({
        ...{ orientation: 'landscape', paperSize: 9 },
        ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
      });
      expect(sheet.headerFooter.oddFooter).toBe('&LTenants – Hùng && Sons&C&A&R&P / &N');
    }
  });

  it('keeps the footer below the length that Excel accepts', async () => {
    for (const accountName of ['&'.repeat(500), '😀'.repeat(500)]) {
      await writeTestExport(path, { origin: { accountName } });
      const { oddFooter } = (await readSheet(path)).headerFooter;
      expect(oddFooter?.length).toBeLessThanOrEqual(255);
      expect(oddFooter).toMatch(/&R&P \/ &N$/);
    }
  });

  it.each<[RecordField[], number]>([
    [['name', 'domain', 'id'], 1],
    [['status', 'name', 'id'], 3],
    // Frozen, these would fill a small screen.
    [['domain', 'ownerId', 'id', 'name'], 0],
    [['domain', 'id'], 0],
  ])('freezes the header, and the columns %j up to the name: %i', async (columns, xSplit) => {
    await writeTestExport(path, { batches: toBatches(widest), options: { columns } });
    expect((await readSheet(path)).views[0]).toMatchObject({ state: 'frozen', xSplit, ySplit: 1 });
  });

  it('limits the widths of names and domains', async () => {
    const options = { columns: ['name' as const, 'domain' as const] };
    await writeTestExport(path, { batches: toBatches(widest), options });
    const sheet = await readSheet(path);
    expect([1, 2].map((column) => sheet.getColumn(column).width)).toEqual([40, 35]);
  });

  it('shows dates to the minute: day first in Vietnamese, else as the reader’s region does', async () => {
    const shown = async (language: 'en' | 'vi') => {
      await writeTestExport(path, { language, options: { columns: ['createdAt'] } });
      return (await readSheet(path)).getCell('A2').numFmt;
    };
    expect(await shown('vi')).toBe('dd/mm/yyyy hh:mm');
    // How exceljs names Excel's built-in format 22.
    expect(await shown('en')).toBe('m/d/yy "h":mm');
  });
});

// Skipped only if LibreOffice is missing on macOS or Windows. On Linux `npm test` requires it.
describe.skipIf(process.platform !== 'linux' && !hasLibreOffice())(
  'a workbook, printed by LibreOffice',
  () => {
    it('has every column on one page', async () => {
      await writeTestExport(path, { batches: toBatches(widest) });
      // One page for the only tenant, and one for the info sheet.
      expect(await countPrintedPages(path)).toBe(2);
    });

    it('needs few pages for 2,500 tenants', async () => {
      await writeTestExport(path, { batches: toBatches(createTenants(2_500)), language: 'vi' });
      expect(await countPrintedPages(path)).toBeLessThan(60);
    });
  },
);
