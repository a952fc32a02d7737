import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indentJson } from './indent-json.ts';

it('keeps every digit', () => {
  expect(indentJson('{"id":1234567890123456789,"n":1.50}')).toBe(
    '{\n  "id": 1234567890123456789,\n  "n": 1.50\n}',
  );
});

it('indents any JSON as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const value: unknown = JSON.parse(json);
      expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});
