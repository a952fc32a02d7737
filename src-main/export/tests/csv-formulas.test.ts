import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListRecord } from '../../../src-shared/list-record.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { sampleTenants, toBatches, writeTestExport } from './test-export.ts';
import { countFormulas, hasLibreOffice } from './test-libreoffice.ts';

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
