import { describe, expect, it } from 'vitest';
import { encodeField } from './write-csv.ts';

describe('encodeField', () => {
  it.each([
    ['=1+2', "'=1+2"],
    ['+84 28', "'+84 28"],
    ['-2', "'-2"],
    ['@SUM(1,2)', `"'@SUM(1,2)"`],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['a=b', 'a=b'],
    [' x', '" x"'],
    ['a\nb', '"a\nb"'],
    ['a;b', '"a;b"'],
    ['', ''],
  ])('encodes %j as %j', (text, field) => {
    expect(encodeField(text)).toBe(field);
  });
});
