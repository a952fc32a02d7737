import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ExportOptions } from '../../../src-shared/export-tenants.ts';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { sampleTenants, toBatches, writeTestExport } from './test-export.ts';
import { countConverted, countFormulas, hasLibreOffice } from './test-libreoffice.ts';

const folder = prepareTestFolder();

/** Texts of characters that readers drop, separators and formulas. */
const piece = fc.constantFrom(
  ...['=1+1', '+1+1', '-1-1', '@SUM(1)', '＝1+1', 'a', '"', "'", ' ', ';', ',', '\t', '\r', '\n'],
  ...['\u0000', '\u0001', '\u001f', '\u00a0', '\u00ad', '\u200b', '\u2028', '\u3000', '\ufeff'],
);
const names = fc.sample(
  fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
  { numRuns: 4000, seed: 33 },
);

it.runIf(hasLibreOffice())(
  'has no text that LibreOffice takes for a formula, even with another separator',
  async () => {
    const [sample] = sampleTenants;
    const tenants = names.map((name): ListRecord => Object.assign({}, sample, { name }));
    const write = async (file: string, columns: ('id' | 'name' | 'domain')[]) => {
      const path = folder.join(file);
      const options = { format: 'csv', columns } as const;
      await writeTestExport(path, { batches: toBatches(tenants), options });
      return path;
    };
    // Quotes protect only a field at the start of a line from a reader that expects another separator.
    const paths = [
      await write('first.csv', ['name']),
      await write('later.csv', ['id', 'name', 'domain']),
    ];
    // With a semicolon or a tab.
    expect(await countFormulas(paths, '59/9')).toBe(0);
  },
  60_000,
);

it.runIf(hasLibreOffice())(
  'has no protected text that LibreOffice converts to a number or a date',
  async () => {
    const texts = [
      ...['1900.6060', '1e5', '1/2', '12:30', '5%', '1,000', '(028)', '7-Nov', '2026-11-27', '$5'],
      ...['0901234567', '+84 901 234', '-5', '1.5E+3', '5 pm', '1900-1800', 'SIP-7', '12:30:15.5'],
    ];
    const [sample] = sampleTenants;
    const tenants = texts.map((text): ListRecord =>
      Object.assign({}, sample, { id: text, name: text }),
    );
    const write = async (csvProtectsIds: boolean) => {
      const path = folder.join(`protected-${csvProtectsIds}.csv`);
      const options: Partial<ExportOptions> = {
        ...{ format: 'csv', columns: ['id', 'name'], csvProtectsIds },
      };
      await writeTestExport(path, { batches: toBatches(tenants), options });
      return path;
    };
    expect(await countConverted(await write(true))).toBe(0);
    expect(await countConverted(await write(false))).toBeGreaterThan(10);
  },
  60_000,
);
