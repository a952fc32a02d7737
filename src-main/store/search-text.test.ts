import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from './search-text.ts';

it.each([
  ['Công ty Điện lực', 'công ty điện lực ', 'cong ty dien luc '],
  ['Công'.normalize('NFD'), 'công ', 'cong '],
  ['ĐẶNG-Ước (HCM)', 'đặng ước hcm ', 'dang uoc hcm '],
  ['dn-12.etelecom.vn', 'dn 12 etelecom vn ', 'dn 12 etelecom vn '],
  ['=+-@"\t\r\n', '', ''],
  ['中文 Tổng đài 😀', '中文 tổng đài ', '中文 tong dai '],
])('the words of %j', (text, exact, folded) => {
  expect(wordsOf(text)).toEqual({ exact, folded });
});

it('has as many words with accents as without', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { exact, folded } = wordsOf(text);
      expect(folded.split(' ').length).toBe(exact.split(' ').length);
      expect(folded.split(' ').slice(0, -1)).not.toContain('');
    }),
  );
});
