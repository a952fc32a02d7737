import { describe, expect, it } from 'vitest';
import { encodeField } from './write-csv.ts';

describe('encodeField', () => {
  it.each([
    ['=1+2', "'=1+2"],
    ['+84 28', "'+84 28"],
    ['-2', "'-2"],
    ['@SUM(1,2)', `"'@SUM(1,2)"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['＝1+2', "'＝1+2"],
    ['\u0000=1+2', "'\u0000=1+2"],
    ['\ufeff\u00ad=1+2', "'\ufeff\u00ad=1+2"],
    [' =1+2', "' =1+2"],
    ['"=1+2', `"'""=1+2"`],
    ['a=b', 'a=b'],
    ['a-b, c+d', '"a-b, c+d"'],
    [' x', '" x"'],
    ['a\nb', '"a\nb"'],
    ['a\tb', '"a\tb"'],
    ['a;b', '"a;b"'],
    // Read with the other separator, these are several fields.
    ['a;=1+2;b', `"a;'=1+2;b"`],
    ['a\t =1+2', `"a\t' =1+2"`],
    ['a\n\u0000@b', `"a\n'\u0000@b"`],
    // In a file of this separator, quotes are enough.
    ['a,=1+2', '"a,=1+2"'],
    ['', ''],
  ])('encodes %j as %j', (text, field) => {
    expect(encodeField(text, ',')).toBe(field);
  });

  it('guards the fields of the other separator', () => {
    expect(encodeField('a,=1+2;=3', ';')).toBe(`"a,'=1+2;=3"`);
  });
});
