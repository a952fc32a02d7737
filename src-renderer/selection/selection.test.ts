import { describe, expect, it } from 'vitest';
import type { Tenant } from '../../src-shared/tenant.ts';
import {
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
const all = { kind: 'all' } as const;

describe('a selection', () => {
  it('holds each tenant once, however often it is read', () => {
    const selection = withTenants(withTenants(nothingSelected, [one, two]), [tenant('2')]);
    expect(countSelected(selection, 100)).toBe(2);
    expect(isSelected(selection, tenant('2'))).toBe(true);
    expect(isSelected(selection, three)).toBe(false);
  });

  it('tells tenants apart that the server gave no id', () => {
    const selection = withTenants(nothingSelected, [tenant('', 'An'), tenant('', 'Bình')]);
    expect(countSelected(selection, 100)).toBe(2);
    expect(isSelected(selection, tenant('', 'An'))).toBe(true);
    expect(isSelected(selection, tenant('', 'Chi'))).toBe(false);
  });

  it('is in the order of the screen, and what is not on it comes last', () => {
    const selection = withTenants(nothingSelected, [three, two, one]);
    expect(selectedTenants(selection, [one, two])).toEqual([one, two, three]);
  });

  it('of all that match keeps the page when one row is taken out', () => {
    expect(countSelected(all, 2300)).toBe(2300);
    const rest = withoutTenants(all, [two], [one, two, three]);
    expect(selectedTenants(rest, [one, two, three])).toEqual([one, three]);
  });
});
