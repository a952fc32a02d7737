import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hitsOf, literalsOf, matchesSearch, wordsOf } from './search-text.ts';

it.each([
  ['Công ty Điện lực', 'công ty điện lực ', 'cong ty dien luc '],
  ['Công'.normalize('NFD'), 'công ', 'cong '],
  ['ĐẶNG-Ước (HCM)', 'đặng ước hcm ', 'dang uoc hcm '],
  ['dn-12.etelecom.vn', 'dn 12 etelecom vn ', 'dn 12 etelecom vn '],
  ['=+-@"\t\r\n', '', ''],
  ['中文 Tổng đài 😀', '中文 tổng đài ', '中文 tong dai '],
])('splits %j into words', (text, exact, folded) => {
  expect(wordsOf(text)).toEqual({ exact, folded });
});

it.each([
  ['🏪', ['🏪']],
  ['— ...', ['—', '...']],
  ['%_"', ['%_"']],
  ['\u0301', ['\u0301']],
  ['\u200b\u200d', ['\u200b\u200d']],
  [' \u00a0\u3000', []],
  ['đ', null],
  ['文', null],
  ['🏪 An', null],
])('searches for %j literally, unless it has words', (query, literals) => {
  expect(literalsOf(query)).toEqual(literals);
});

it('finds as many words with accents as without', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { exact, folded } = wordsOf(text);
      expect(folded.split(' ').length).toBe(exact.split(' ').length);
      expect(folded.split(' ').slice(0, -1)).not.toContain('');
    }),
  );
});

it.each([
  ['Công ty Điện lực', 'dien', ['Điện']],
  ['Công ty Điện lực'.normalize('NFD'), 'di lu', ['Đi', 'lự']],
  ['Hà Nội, hà nội', 'HÀ n', ['Hà', 'N', 'hà', 'n']],
  ['Khách sạn', 'ach', []],
  ['1108213456789012345', '1108', ['1108']],
  ['Cộng', 'con cong', ['Cộng']],
  ['🏪 Chợ — 🏪🏪', '🏪', ['🏪', '🏪', '🏪']],
  ['Giảm 50% (...)', '... %', ['%', '...']],
  ['Hà Nội', '\u200b', []],
  ['Đúng ≠ sai ≠'.normalize('NFD'), '≠', ['≠', '≠']],
  ['a≠🏪b'.normalize('NFD'), '🏪', ['🏪']],
  ['a≠🏪b'.normalize('NFD'), '≠🏪', ['≠🏪']],
  ['Hà Nội', ' ', []],
])('in %j, the search %j marks %j', (text, query, marked) => {
  const found = hitsOf(text, query).map(([from, to]) => text.slice(from, to).normalize('NFC'));
  expect(found).toEqual(marked.map((mark) => mark.normalize('NFC')));
});

it.each([
  ['Hưng Thịnh Phát', 'hung thinh', true],
  ['DNTN Mỹ phẩm Kim Thịnh', 'hung thinh', false],
  ['Hưng Thịnh Phát', 'phat HƯNG', true],
  ['Hưng Thịnh Phát', 'ung', false],
  ['🏪 Chợ (mới)', '🏪 (', true],
  ['Chợ (mới)', '🏪 (', false],
  ['Hà Nội', ' ', true],
])('whether %j matches the search %j: %j', (text, query, matches) => {
  expect(matchesSearch(text, query)).toBe(matches);
});

it('marks what a search without words finds, composed or not', () => {
  const unit = fc.constantFrom(
    '≠',
    '≠'.normalize('NFD'),
    '🏪',
    '=',
    '%',
    'e\u0301',
    '\u0301',
    ' ',
    'b',
  );
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 10 }),
      fc.constantFrom('≠', '🏪', '%≠', '=', '≠ 🏪'),
      (text, query) => {
        const hits = hitsOf(text, query);
        const [first] = literalsOf(query) ?? [];
        const isFound = first !== undefined && text.normalize('NFC').includes(first);
        const marked = hits.map(([from, to]) => text.slice(from, to).normalize('NFC'));
        expect(marked.some((mark) => first !== undefined && mark.includes(first))).toBe(isFound);
        expect(hits.every(([from, to], at) => to > from && from >= (hits[at - 1]?.[1] ?? 0))).toBe(
          true,
        );
      },
    ),
  );
});

it('marks every searched word that the text contains', () => {
  const unit = fc.constantFrom('c', 'o', 'ô', 'Ộ', 'đ', 'D', ' ', '-', '1', 'ộ'.normalize('NFD'));
  const anyText = fc.string({ unit, maxLength: 12 });
  fc.assert(
    fc.property(anyText, fc.string({ unit, maxLength: 3 }), (text, query) => {
      const wanted = wordsOf(query).folded.trim().split(' ').filter(Boolean);
      const words = wordsOf(text).folded.split(' ');
      const hits = hitsOf(text, query);
      const marked = hits.map(([from, to]) => wordsOf(text.slice(from, to)).folded.trim());
      for (const word of wanted) {
        const isFound = words.some((candidate) => candidate.startsWith(word));
        expect(marked.some((mark) => mark.startsWith(word))).toBe(isFound);
      }
      expect(hits.every(([from], at) => from >= (hits[at - 1]?.[1] ?? 0))).toBe(true);
    }),
  );
});
