import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tenant } from '../../src-shared/tenant.ts';
import {
  allSelected,
  countSelected,
  isSelected,
  nothingSelected,
  selectedTenants,
  withoutTenants,
  withTenants,
} from './selection.ts';

function tenant(id: string, name = `Tenant ${id}`): Tenant {
  const nothing = { status: null, ownerId: null, connectionMethod: null, connectionId: null };
  return { id, name, domain: '', ...nothing, createdAt: null, updatedAt: null };
}
const [one, two, three] = [tenant('1'), tenant('2'), tenant('3')];

describe('a selection', () => {
  it('contains each tenant once, even if it was read twice', () => {
    const selection = withTenants(withTenants(nothingSelected, [one, two]), [tenant('2')]);
    expect(countSelected(selection, 100)).toBe(2);
    expect(isSelected(selection, tenant('2'))).toBe(true);
    expect(isSelected(selection, three)).toBe(false);
  });

  it('distinguishes tenants without an id', () => {
    const selection = withTenants(nothingSelected, [tenant('', 'An'), tenant('', 'Bình')]);
    expect(countSelected(selection, 100)).toBe(2);
    expect(isSelected(selection, tenant('', 'An'))).toBe(true);
    expect(isSelected(selection, tenant('', 'Chi'))).toBe(false);
  });

  it('distinguishes tenants of two accounts with the same id', () => {
    const [first, second] = ['first', 'second'].map((accountId) => ({ ...one, accountId }));
    const selection = withoutTenants(allSelected, first ? [first] : []);
    expect(second && isSelected(selection, second)).toBe(true);
    expect(first && isSelected(selection, first)).toBe(false);
  });

  it('has the order of the screen, with tenants that are not on it last', () => {
    const selection = withTenants(nothingSelected, [three, two, one]);
    expect(selectedTenants(selection, [one, two])).toEqual([one, two, three]);
  });

  it('of all tenants is never negative, even if the excluded ones are gone', () => {
    expect(countSelected(withoutTenants(allSelected, [one, two]), 1)).toBe(0);
  });

  it('equals a plain set of the same tenants', () => {
    const list = [...Array.from({ length: 12 }, (_, at) => tenant(String(at))), tenant('', 'An')];
    const some = fc.subarray(list);
    const step = fc.oneof(
      fc.record({ act: fc.constantFrom('add', 'drop'), tenants: some }),
      fc.record({ act: fc.constantFrom('all', 'none'), tenants: fc.constant<Tenant[]>([]) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let selection = nothingSelected;
        let expected = new Set<Tenant>();
        for (const { act, tenants } of steps) {
          if (act === 'add') {
            selection = withTenants(selection, tenants);
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
