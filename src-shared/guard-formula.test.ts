import { expect, it } from 'vitest';
import { guardField, guardFormula } from './guard-formula.ts';

const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '−'];
const dropped = [
  ...['\u0000', '\u0007', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u034f', '\u200b', '\u200e'],
  ...['\u2028', '\u2060', '\u3000', '\ufe0f', '\ufeff', '"', '""'],
];

it.each([...starts, ...dropped.map((text) => `${text}=`)])(
  'guards a text that starts with %j',
  (start) => {
    expect(guardFormula(`${start}1`)).toBe(`'${start}1`);
    expect(guardField(`${start}1`, ',')).toBe(`'${start}1`);
    expect(guardField(`a;${start}1`, ',')).toMatch(`a;'${start}`);
    expect(guardField(`a\n${start}1`, ';')).toMatch(`a\n'${start}`);
  },
);

it.each(['', 'Minh Anh', "'=1", 'a=b', '1-2', 'đ+', '1108213456789012345', '007', 'a; b'])(
  'does not change %j',
  (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(guardField(text, ',')).toBe(text);
  },
);
