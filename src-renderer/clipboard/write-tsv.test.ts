import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardFormula } from '../../src-shared/guard-formula.ts';
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
      ['a b', '1108213456789012345'],
      ['a"b', 'c\nd'],
    ]),
  ).toBe('a b\t1108213456789012345\r\n"a""b"\t"c\nd"');
});

it('guards values that could be formulas', () => {
  expect(writeTsv([['=1+1', '＝1+1', 'a\n=1+1', 'a=b']])).toBe(`'=1+1\t'＝1+1\t"a\n'=1+1"\ta=b`);
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
      const guarded = rows.map((row) => row.map((field) => guardFormula(field, '\t')));
      expect(readTsv(writeTsv(rows))).toEqual(guarded);
    }),
  );
});
