import { describe, expect, it } from 'vitest';
import { allAccounts } from './choices.ts';
import { filterSchema, listTenantsRequestSchema } from './list-tenants.ts';

const accountId = '5f0c954e-2f0e-4a4b-8d3a-0d2b1f3f5a11';
const byName = { field: 'name', direction: 'ascending' };
const byTime = { field: 'createdAt', direction: 'descending' };

function accepts(source: 'live' | 'saved', query: object): boolean {
  const request = { accountId, source, filter: {}, paging: { limit: 50 }, ...query };
  return listTenantsRequestSchema.safeParse(request).success;
}

describe('a request for tenants', () => {
  it.each([
    { sort: [byName, byTime] },
    { paging: { limit: 100, offset: 99_900 } },
    { paging: { limit: 500 } },
    { filter: { ownerIds: ['1', '2'] } },
  ])('is valid for the saved list only: %j', (query) => {
    expect(accepts('saved', query)).toBe(true);
    expect(accepts('live', query)).toBe(false);
  });

  it('is valid for all accounts, for the saved list only', () => {
    expect(accepts('saved', { accountId: allAccounts })).toBe(true);
    expect(accepts('live', { accountId: allAccounts })).toBe(false);
    expect(accepts('saved', { accountId: 'everything' })).toBe(false);
  });

  it('is valid for both sources if both support it', () => {
    const filter = { name: 'a', ownerIds: ['1'] };
    const query = { filter, sort: [byTime], paging: { limit: 100, after: 'cursor' } };
    expect(accepts('saved', query)).toBe(true);
    expect(accepts('live', query)).toBe(true);
  });

  it.each([
    { sort: [] },
    { sort: [byName, byTime, byName] },
    { paging: { limit: 50, after: 'a', before: 'b' } },
    { paging: { limit: 50, after: 'a', offset: 0 } },
    { paging: { limit: 50, offset: -1 } },
    { paging: { limit: 20 } },
  ])('is refused with %j', (query) => {
    expect(accepts('saved', query)).toBe(false);
  });
});

it('a filter has the different values of a matched list', () => {
  const matching = { by: 'any', values: ['12', ' 12 ', '', 'An', 'an', '12'] };
  expect(filterSchema.parse({ matching }).matching?.values).toEqual(['12', 'An', 'an']);
});
