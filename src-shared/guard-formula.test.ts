import { expect, it } from 'vitest';
import { guardFormula } from './guard-formula.ts';

const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '−'];
const dropped = [
  ...['\u0000', '\u0007', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u034f', '\u200b', '\u200e'],
  ...['\u2028', '\u2060', '\u3000', '\ufe0f', '\ufeff', '"', '""'],
];

it.each([...starts, ...dropped.map((text) => `${text}=`)])(
  'guards a text that starts with %j',
  (start) => {
    expect(guardFormula(`${start}1`, ',')).toBe(`'${start}1`);
    expect(guardFormula(`a;${start}1`, ',')).toMatch(`a;'${start}`);
    expect(guardFormula(`a\n${start}1`, ';')).toMatch(`a\n'${start}`);
    expect(guardFormula(`a\t${start}1,${start}2`, 'none')).toBe(`a\t'${start}1,'${start}2`);
  },
);

it('guards every character that a program can convert to the start of a formula', () => {
  for (let code = 1; code <= 0x10_ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/^[=+\-@\u2212]/.test(character.normalize('NFKC'))) {
      expect(guardFormula(`${character}1`, ',')).toBe(`'${character}1`);
    }
  }
});

it.each(['- Chi nhánh Hà Nội', '+84 28', '-1', '--1'])('guards %j', (text) => {
  expect(guardFormula(text, ',')).toBe(`'${text}`);
});

it('guards a sign alone, which a reader with another separator joins with the next field', () => {
  expect([guardFormula('-', ','), '1+1'].join(',')).toBe("'-,1+1");
});

it('takes linear time for a text of separators', () => {
  const start = process.cpuUsage();
  for (const separator of ['\n', '\t', ' ', ',', ';\n']) {
    guardFormula(`a${separator.repeat(20_000)}`, ',');
  }
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
});

it.each([
  ...['', 'Minh Anh', "'=1", 'a=b', '1-2', 'đ+', '1108213456789012345', '007', 'a; b'],
  ...['Chi nhánh - Hà Nội', '(+84) 28', '– Hà Nội'],
])('does not change %j', (text) => {
  expect(guardFormula(text, ',')).toBe(text);
  expect(guardFormula(text, 'none')).toBe(text);
});
