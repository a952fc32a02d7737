import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordFields } from '../../src-shared/tenant-fields.ts';
import { tenantKey } from '../../src-shared/tenant-key.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import {
  allSelected,
  countMissing,
  countSelected,
  hasKeyWithoutId,
  isSelected,
  nothingSelected,
  selectedTenants,
  withoutTenants,
  withTenants,
} from './selection.ts';

function tenant(id: string, name = `ListRecord ${id}`): ListRecord {
  const nothing = { status: null, ownerId: null, connectionMethod: null, connectionId: null };
  return { id, name, domain: '', ...nothing, createdAt: null, updatedAt: null };
}
const noon = '2026-11-26T12:00:00.000Z';
const [one, two, three] = [tenant('1'), tenant('2'), tenant('3')];

describe('a selection', () => {
  it('contains each tenant once, even if it was read twice', () => {
    const selection = withTenants(
      withTenants(nothingSelected, [one, two], noon),
      [tenant('2')],
      noon,
    );
    expect(countSelected(selection, 100)).toBe(2);
    expect(isSelected(selection, tenant('2'))).toBe(true);
    expect(isSelected(selection, three)).toBe(false);
  });

  it('distinguishes tenants without an id', () => {
    const selection = withTenants(nothingSelected, [tenant('', 'An'), tenant('', 'Bình')], noon);
    expect(countSelected(selection, 100)).toBe(2);
    expect(isSelected(selection, tenant('', 'An'))).toBe(true);
    expect(isSelected(selection, tenant('', 'Chi'))).toBe(false);
  });

  it.each(recordFields.filter((field) => field !== 'id'))(
    'distinguishes records without an id that differ in %s only',
    (field) => {
      const other = { ...tenant('', 'An'), [field]: 'other' };
      const selection = withTenants(nothingSelected, [tenant('', 'An')], noon);
      expect(isSelected(selection, other)).toBe(false);
      expect(countSelected(withTenants(selection, [other], noon), 100)).toBe(2);
    },
  );

  it('distinguishes tenants of two accounts with the same id', () => {
    const [first, second] = ['first', 'second'].map((accountId) => ({ ...one, accountId }));
    const selection = withoutTenants(allSelected, first ? [first] : []);
    expect(second && isSelected(selection, second)).toBe(true);
    expect(first && isSelected(selection, first)).toBe(false);
  });

  it('has the order of the screen, with tenants that are not on it last', () => {
    const selection = withTenants(nothingSelected, [three, two, one], noon);
    expect(selectedTenants(selection, [one, two])).toEqual([one, two, three]);
  });

  it('of all tenants is never negative, even if the excluded ones are gone', () => {
    expect(countSelected(withoutTenants(allSelected, [one, two]), 1)).toBe(0);
  });

  it('counts neither tenants that are gone, nor excluded ones that are gone', () => {
    const gone = { missing: new Set([tenantKey(one)]), surplus: 0 };
    expect(countSelected(withTenants(nothingSelected, [one, two], noon), 100, gone)).toBe(1);
    expect(countSelected(withoutTenants(allSelected, [one, two]), 347, gone)).toBe(346);
    // It was deselected, so it is no longer missing from the selection.
    expect(countMissing(withTenants(nothingSelected, [two, three], noon), gone)).toBe(0);
  });

  it('counts each of several tenants with the same key', () => {
    const twice = { missing: new Set<string>(), surplus: 1 };
    const nameless = tenant('', 'An');
    expect(hasKeyWithoutId(withTenants(nothingSelected, [one, nameless], noon))).toBe(true);
    expect(hasKeyWithoutId(withTenants(nothingSelected, [one, two], noon))).toBe(false);
    expect(countSelected(withTenants(nothingSelected, [nameless], noon), 9, twice)).toBe(2);
    expect(countSelected(withoutTenants(allSelected, [nameless]), 9, twice)).toBe(7);
  });

  it('is as old as its oldest tenant, until it is empty', () => {
    const early = '2026-11-26T11:59:00.000Z';
    const selection = withTenants(withTenants(nothingSelected, [one], early), [two], noon);
    expect(selection).toMatchObject({ fetchedAt: early });
    expect(withTenants(selection, [three], '2026-11-26T11:00:00.000Z')).toMatchObject({
      fetchedAt: '2026-11-26T11:00:00.000Z',
    });
    expect(withoutTenants(selection, [one, two])).toBe(nothingSelected);
  });

  it('equals a plain set of the same tenants', () => {
    const list = [...Array.from({ length: 12 }, (_, at) => tenant(String(at))), tenant('', 'An')];
    const some = fc.subarray(list);
    const step = fc.oneof(
      fc.record({ act: fc.constantFrom('add', 'drop'), tenants: some }),
      fc.record({ act: fc.constantFrom('all', 'none'), tenants: fc.constant<ListRecord[]>([]) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let selection = nothingSelected;
        let expected = new Set<ListRecord>();
        for (const { act, tenants } of steps) {
          if (act === 'add') {
            selection = withTenants(selection, tenants, noon);
            expected = expected.union(new Set(tenants));
          } else if (act === 'drop') {
            selection = withoutTenants(selection, tenants);
            expected = expected.difference(new Set(tenants));
          } else {
            selection = act === 'all' ? allSelected : nothingSelected;
            expected = new Set(act === 'all' ? list : []);
          }
        }
        expect(countSelected(selection, list.length)).toBe(expected.size);
        const selected = list.filter((each) => isSelected(selection, each));
        expect(selected).toEqual(list.filter((each) => expected.has(each)));
      }),
    );
  });
});
