import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateTenants } from './generate.ts';

describe('generateTenants', () => {
  const many = generateTenants({ count: 3000, seed: 1 });

  it('returns the same tenants for the same seed, and others for another seed', () => {
    expect(generateTenants({ count: 3000, seed: 1 })).toEqual(many);
    expect(generateTenants({ count: 10, seed: 2 })).not.toEqual(many.slice(0, 10));
  });

  it('returns the first tenants of a larger count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer(), (count, seed) => {
        const larger = generateTenants({ count: 300, seed });
        expect(generateTenants({ count, seed })).toEqual(larger.slice(0, count));
      }),
      { numRuns: 20 },
    );
  });

  it('returns the same first tenant on every machine and in every year', () => {
    expect(many[0]).toMatchInlineSnapshot(`
      {
        "connection_id": "1263598696266750588",
        "connection_method": "builtin",
        "created_at": "2025-09-18T13:32:30Z",
        "domain": "ngocyen.etelecom.vn",
        "id": "1163598696266750588",
        "name": "Trường Mầm non Ngọc Yến",
        "owner_id": "1087843787452245659",
        "status": "P",
        "updated_at": "2025-11-24T03:27:10Z",
      }
    `);
  });

  it('gives each tenant its own id, connection and domain, and shares owners', () => {
    const different = (values: string[]) => new Set(values).size;
    expect(different(many.map(({ id }) => id))).toBe(3000);
    expect(different(many.map(({ connection_id }) => connection_id))).toBe(3000);
    expect(different(many.map(({ domain }) => domain))).toBe(3000);
    expect(different(many.map(({ owner_id }) => owner_id))).toBeLessThan(1500);
  });

  it('follows the formats of the API', () => {
    for (const tenant of many) {
      expect(tenant.id).toMatch(/^11\d{17}$/);
      expect(tenant.owner_id).toMatch(/^\d{19}$/);
      expect(tenant.domain).toMatch(/^[a-z0-9]{1,63}\.etelecom\.vn$/);
      expect(tenant.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}|\.\d{6})?Z$/);
      expect(Date.parse(tenant.updated_at)).toBeGreaterThanOrEqual(Date.parse(tenant.created_at));
      expect(Date.parse(tenant.updated_at)).toBeLessThanOrEqual(Date.parse('2026-11-01T00:00:00Z'));
    }
  });

  it('has every status and method, fractions of a second, and both forms of Unicode', () => {
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set(['Z', 'P', 'N']));
    expect(new Set(many.map((tenant) => tenant.connection_method)).size).toBe(3);
    expect(many.some(({ created_at }) => created_at.includes('.'))).toBe(true);
    const decomposed = many.filter(({ name }) => name !== name.normalize('NFC'));
    expect(decomposed.length).toBeGreaterThan(10);
    expect(decomposed.length).toBeLessThan(150);
  });

  it.each([-1, 1.5, NaN, 1_000_000])('refuses %s tenants', (count) => {
    expect(() => generateTenants({ count, seed: 1 })).toThrow(RangeError);
  });
});
