import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateHotlines } from './generate-hotlines.ts';
import { generateTenants } from './generate.ts';

describe('generateHotlines', () => {
  const tenants = generateTenants({ count: 1000, seed: 1 });
  const many = generateHotlines({ count: 2000, seed: 1, tenants });
  const some = many.slice(0, 400);

  it('returns the same hotlines for the same seed, and others for another seed', () => {
    expect(generateHotlines({ count: 2000, seed: 1, tenants })).toEqual(many);
    expect(generateHotlines({ count: 400, seed: 2, tenants })).not.toEqual(some);
  });

  it('returns the first hotlines of a larger count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer(), (count, seed) => {
        const larger = generateHotlines({ count: 300, seed, tenants });
        expect(generateHotlines({ count, seed, tenants })).toEqual(larger.slice(0, count));
      }),
      { numRuns: 20 },
    );
  });

  it('returns the same first hotline on every machine and in every year', () => {
    expect(many[0]).toMatchInlineSnapshot(`
      {
        "connection_id": "1264971187295051317",
        "connection_method": "direct",
        "created_at": "2026-02-22T07:40:21Z",
        "description": "Chuyển về lễ tân sau 22 giờ",
        "hotline": "02462149830",
        "id": "1373079279103021006",
        "is_free_charge": false,
        "name": "Hotline Khiếu nại – Phương Anh",
        "network": "viettel",
        "owner_id": "1087843787452245659",
        "status": "P",
        "updated_at": "2026-05-05T04:55:22Z",
      }
    `);
  });

  it('gives each hotline its own id and number', () => {
    expect(new Set(many.map(({ id }) => id)).size).toBe(2000);
    expect(new Set(many.map(({ hotline }) => hotline)).size).toBe(2000);
  });

  it('gives most owners at most five hotlines, and some none', () => {
    const counts = new Map(tenants.map(({ owner_id }) => [owner_id, 0]));
    for (const { owner_id } of some) counts.set(owner_id, (counts.get(owner_id) ?? NaN) + 1);
    const numbers = [...counts.values()];
    expect(numbers.every((number) => number >= 0)).toBe(true);
    expect(numbers.filter((number) => number === 0).length).toBeGreaterThan(50);
    expect(numbers.filter((number) => number > 1).length).toBeGreaterThan(50);
    expect(numbers.filter((number) => number > 5).length).toBeLessThan(numbers.length / 10);
  });

  it('gives a hotline the connection of a tenant of its owner', () => {
    const ownerOf = new Map(tenants.map((tenant) => [tenant.connection_id, tenant.owner_id]));
    for (const hotline of many) expect(ownerOf.get(hotline.connection_id)).toBe(hotline.owner_id);
  });

  it('gives a single owner all hotlines, whatever its share', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const [tenant] = tenants;
      if (tenant === undefined) throw new Error('There is no tenant');
      const hotlines = generateHotlines({ count: 9, seed, tenants: [tenant] });
      expect(hotlines.map(({ owner_id }) => owner_id)).toEqual(Array(9).fill(tenant.owner_id));
    }
  });

  it('has no owners if there are no tenants', () => {
    const hotlines = generateHotlines({ count: 3, seed: 1, tenants: [] });
    expect(hotlines).toMatchObject(Array(3).fill({ owner_id: '0', connection_id: '0' }));
  });

  it('follows the formats of the API', () => {
    for (const hotline of many) {
      expect(hotline.id).toMatch(/^13\d{17}$/);
      expect(hotline.hotline).toMatch(/^(1[89]00\d{6}|02\d{9}|0[89]\d{8})$/);
      expect(hotline.name).toMatch(/^Hotline \P{M}+ – \P{M}+$/u);
      expect(hotline.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}|\.\d{6})?Z$/);
      expect(Date.parse(hotline.updated_at)).toBeGreaterThanOrEqual(Date.parse(hotline.created_at));
      expect(Date.parse(hotline.updated_at)).toBeLessThanOrEqual(
        Date.parse('2026-11-01T00:00:00Z'),
      );
    }
  });

  it('has every kind of number, network and status, and hotlines without a description', () => {
    const starts = new Set(some.map(({ hotline }) => hotline.slice(0, 2)));
    expect([...starts].toSorted()).toEqual(['02', '08', '09', '18', '19']);
    expect(new Set(some.map(({ network }) => network))).toEqual(
      new Set(['viettel', 'mobifone', 'vinaphone', 'cmc', 'gtel']),
    );
    expect(new Set(some.map(({ status }) => status))).toEqual(new Set(['Z', 'P', 'N']));
    expect(new Set(some.map((hotline) => hotline.is_free_charge))).toEqual(new Set([true, false]));
    expect(new Set(some.map(({ description }) => description === '')).size).toBe(2);
  });

  it.each([-1, 1.5, NaN, 1_000_000])('refuses %s hotlines', (count) => {
    expect(() => generateHotlines({ count, seed: 1, tenants })).toThrow(RangeError);
  });
});
