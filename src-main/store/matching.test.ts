import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Matching } from '../../src-shared/matching.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { comparisons } from './index/match-values.ts';
import type { RecordStore } from './record-store.ts';
import { prepareTestStore } from './test-prepared-store.ts';
import { listAll, listId, makeTenant, otherListId, saveAfresh } from './test-store.ts';

let store: RecordStore;
prepareTestStore(
  (opened) => {
    store = opened;
  },
  { isShared: true },
);

const first = makeTenant('1108784378745224565', {
  name: 'Nhà thuốc Đức Anh',
  domain: 'ducanh.etelecom.vn',
});
const second = makeTenant('1108784378745224566', {
  name: 'NHA THUOC DUC ANH',
  domain: 'ducanh2.etelecom.vn',
});
const third = makeTenant('12', { name: 'Phở 24', domain: 'pho.etelecom.vn' });
const shop = makeTenant('13', { name: '🏪', domain: 'shop.etelecom.vn' });
/** Its name is the id of another tenant. */
const confusing = makeTenant('14', { name: '12', domain: 'confusing.etelecom.vn' });
const longName = `${'Chi nhánh '.repeat(40)}số 1`;
const long = makeTenant('15', { name: longName, domain: 'long.etelecom.vn' });

const numberName = '1108784378745224999';
const numbered = makeTenant('16', { name: numberName, domain: 'number.etelecom.vn' });
const composed = makeTenant('17', { name: 'x', domain: 'phở.vn' });

function idsOf(matching: Matching): string[] {
  return listAll(store, { matching }).map(({ id }) => id);
}

describe('the tenants that have one of some values', () => {
  beforeAll(() =>
    saveAfresh(store, [first, second, third, shop, confusing, long, numbered, composed]),
  );

  it.each<[string, Matching['by'], string[], string[]]>([
    ['ids with all digits', 'any', [first.id, ` ${third.id}\u00a0`], [first.id, third.id]],
    ['no part of an id', 'any', ['1108784378745224560', '110878437874522456', '1'], []],
    ['names without accents and case', 'any', ['nhà thuốc đức anh'], [first.id, second.id]],
    ['names with other spaces', 'name', ['\tPhở\u00a0\u00a024'], [third.id]],
    ['decomposed names', 'name', ['Nhà thuốc Đức Anh'.normalize('NFD')], [first.id, second.id]],
    ['whole names only', 'any', ['Nhà thuốc', 'Đức'], []],
    ['names without words', 'any', ['🏪'], [shop.id]],
    ['long names', 'any', [longName.toUpperCase()], [long.id]],
    ['not the beginning of a long name', 'any', [longName.slice(0, -1)], []],
    ['domains in any case', 'any', ['DUCANH.etelecom.vn'], [first.id]],
    ['web addresses', 'any', ['https://pho.etelecom.vn/'], [third.id]],
    ['ids with invisible characters', 'any', [`\u200b${first.id}\u200e`], [first.id]],
    ['embedded ids', 'id', [`\u202a${second.id}\u202c`], [second.id]],
    ['ids with full-width digits', 'any', ['１２'], [third.id]],
    ['domains with a port', 'any', ['pho.etelecom.vn:443'], [third.id]],
    ['addresses with a port', 'domain', ['https://pho.etelecom.vn:8443/x?y#z'], [third.id]],
    ['domains with invisible characters', 'any', ['\u200bPHO.etelecom.vn\ufeff'], [third.id]],
    ['decomposed domains', 'any', ['Phở.vn'.normalize('NFD')], [composed.id]],
    ['a value as an id rather than as a name', 'any', ['12'], [third.id]],
    ['long digits as an id only', 'any', [numberName], []],
    ['long digits as a name if that is wanted', 'name', [numberName], [numbered.id]],
    ['a value as a name if that is wanted', 'name', ['12'], [confusing.id]],
    ['nothing for empty values', 'any', ['', '  '], []],
  ])('are found by %s', (_what, by, values, ids) => {
    expect(idsOf({ by, values })).toEqual(ids);
  });

  it('are counted, with the values that were not found', () => {
    const values = ['nhà thuốc đức anh', 'Ai đó', '12', ' 12', 'x.vn', 'Ai đó'];
    expect(store.matchValues([listId], { by: 'any', values })).toEqual({
      tenants: 3,
      found: 2,
      notFound: ['Ai đó', 'x.vn'],
    });
  });

  it('are found among those that meet the other conditions', () => {
    const matching: Matching = { by: 'any', values: [first.id, third.id] };
    expect(listAll(store, { matching, name: 'pho' })).toEqual([third]);
  });

  it('are found again after the list has changed', () => {
    const matching: Matching = { by: 'any', values: ['99'] };
    expect(idsOf(matching)).toEqual([]);
    saveAfresh(store, [first, makeTenant('99')]);
    expect(idsOf(matching)).toEqual(['99']);
  });

  it('are found in several lists', () => {
    saveAfresh(store, [first]);
    saveAfresh(store, [{ ...first, name: 'Another' }, third], otherListId);
    const matching: Matching = { by: 'any', values: [first.id, 'nobody'] };
    expect(store.matchValues([listId, otherListId], matching)).toEqual({
      tenants: 2,
      found: 1,
      notFound: ['nobody'],
    });
  });
});

it('an id and a domain are found as they are, whatever invisible characters are around them', () => {
  const invisible = fc.string({
    unit: fc.constantFrom('\u200b', '\u200e', '\u202a', '\ufeff', ' '),
  });
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\w.:-]{1,20}$/),
      invisible,
      invisible,
      (text, before, after) => {
        for (const by of ['id', 'domain'] as const) {
          const compare = comparisons[by];
          expect(compare(`${before}${text}${after}`)).toBe(compare(text));
        }
      },
    ),
  );
});

it('finds what plain arrays find', () => {
  const names = fc.constantFrom('An', 'Ân', 'Đá', 'da', 'Ân Đá', 'an da', '12', 'a.vn', '★', '');
  const tenant = fc.record({ name: names, domain: fc.constantFrom('a.vn', 'b.vn', '') });
  const plain = (text: string) =>
    text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const value = fc.oneof(names, fc.constantFrom('1', '2', '9', 'B.VN'));
  fc.assert(
    fc.property(fc.array(tenant, { maxLength: 6 }), fc.array(value), (parts, values) => {
      const tenants = parts.map((part, at) => makeTenant(at + 1, part));
      saveAfresh(store, tenants);
      const isBy: ((tenant: ListRecord, value: string) => boolean)[] = [
        ({ id }, wanted) => id === wanted,
        ({ domain }, wanted) => domain !== '' && domain === wanted.toLowerCase(),
        ({ name }, wanted) => name !== '' && plain(name) === plain(wanted),
      ];
      const found = values.flatMap((wanted) => {
        const matches = isBy.map((holds) => tenants.filter((one) => holds(one, wanted)));
        return matches.find((some) => some.length > 0) ?? [];
      });
      expect(listAll(store, { matching: { by: 'any', values } })).toEqual(
        tenants.filter((one) => found.includes(one)),
      );
    }),
    { numRuns: 60 },
  );
});
