import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeTsv } from './write-tsv.ts';

/** Parses the text as a spreadsheet does. */
function readTsv(text: string): string[][] {
  const rows = [['']];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1) ?? [];
    const letter = text[at] ?? '';
    const field = row.at(-1) ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      row[row.length - 1] = `${field}"`;
      at++;
    } else if (letter === '"' && (isQuoted || field === '')) isQuoted = !isQuoted;
    else if (isQuoted) row[row.length - 1] = field + letter;
    else if (letter === '\t') row.push('');
    else if (letter === '\r' && text[at + 1] === '\n') {
      rows.push(['']);
      at++;
    } else row[row.length - 1] = field + letter;
  }
  return rows;
}

it('writes fields and rows', () => {
  expect(
    writeTsv([
      ['a b', '=1+1'],
      ['a"b', 'c\nd'],
    ]),
  ).toBe('a b\t=1+1\r\n"a""b"\t"c\nd"');
});

it('is parsed to the same fields, whatever they contain', () => {
  const unit = fc.oneof(
    fc.constantFrom('"', '\t', '\r', '\n', ',', 'ộ'),
    fc.string({ unit: 'grapheme' }),
  );
  const table = fc.nat(3).chain((more) =>
    fc.array(fc.array(fc.string({ unit }), { minLength: more + 1, maxLength: more + 1 }), {
      minLength: 1,
    }),
  );
  fc.assert(
    fc.property(table, (rows) => {
      expect(readTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});
