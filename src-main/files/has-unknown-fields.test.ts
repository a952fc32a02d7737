import fc from 'fast-check';
import { it } from 'vitest';
import { z } from 'zod';
import { hasUnknownFields } from './has-unknown-fields.ts';

const itemSchema = z.object({ id: z.string(), size: z.number().default(1) });
const schema = z.object({
  items: z.array(itemSchema),
  columns: z.array(z.string()).transform((names) => names.filter((name) => name !== 'fax')),
  byName: z.record(z.string(), itemSchema).default({}),
  last: itemSchema.nullable().default(null),
});

const check = (stored: unknown) => hasUnknownFields(stored, schema.parse(stored));

const item = fc.record(
  { id: fc.string(), size: fc.integer() },
  { requiredKeys: ['id'], noNullPrototype: true },
);
const anyStored = fc.record(
  {
    items: fc.array(item, { minLength: 1 }),
    columns: fc.array(fc.constantFrom('fax', 'name')),
    byName: fc.dictionary(fc.constantFrom('a', 'b'), item, { minKeys: 1, noNullPrototype: true }),
    last: fc.option(item),
  },
  { requiredKeys: ['items', 'columns'], noNullPrototype: true },
);

it('finds no unknown fields in what this version writes, also without values that have a default', () => {
  fc.assert(fc.property(anyStored, (stored) => !check(stored)));
});

it('finds an unknown field wherever it is', () => {
  const unknown = fc.oneof(
    fc.jsonValue().map((value) => (stored: object) => ({ ...stored, color: value })),
    fc.constant((stored: { items: object[] }) => ({
      ...stored,
      items: stored.items.map((each) => ({ ...each, color: 'red' })),
    })),
    fc.constant((stored: object) => ({ ...stored, last: { id: '1', color: null } })),
    fc.constant((stored: object) => ({ ...stored, byName: { c: { id: '1', color: [] } } })),
  );
  fc.assert(fc.property(anyStored, unknown, (stored, add) => check(add(stored))));
});
