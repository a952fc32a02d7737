import { expect, it } from 'vitest';
import { listChangedFields } from './list-changed-fields.ts';

const fields = [
  { field: 'status' as const, count: 5 },
  { field: 'name' as const, count: 2 },
];
const newValues = new Map([
  [
    'status' as const,
    [
      { value: 'N', count: 4 },
      { value: null, count: 1 },
      { value: 'P', count: 0 },
    ],
  ],
]);

it('offers each changed field, and below it the new values that tenants have', () => {
  expect(listChangedFields(fields, newValues, undefined)).toEqual([
    { field: 'status', count: 5 },
    { field: 'status', after: 'N', count: 4 },
    { field: 'status', after: null, count: 1 },
    { field: 'name', count: 2 },
  ]);
});

it('keeps a chosen field that has no changes any more', () => {
  const chosen = { field: 'status' as const, after: 'P' };
  expect(listChangedFields(fields, newValues, chosen).at(-1)).toEqual({ ...chosen, count: 0 });
  const listed = { field: 'status' as const, after: null };
  expect(listChangedFields(fields, newValues, listed)).toHaveLength(4);
});
