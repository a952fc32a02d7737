import { expect, it } from 'vitest';
import { instantKey } from './orderings.ts';

it('sorts instants whatever their offset', () => {
  const ordered = [
    '0001-01-01T00:00:00Z',
    '2024-01-02T03:04:05Z',
    '2024-01-02T10:04:05.05+07:00',
    '2024-01-02T03:04:05.1Z',
    '2024-01-02T03:04:05.100000001Z',
    '2024-01-01T22:04:06-05:00',
    '9999-12-31T23:59:59-05:00',
  ];
  const keys = ordered.map((text) => instantKey(text));
  expect(keys).toEqual([...keys].sort());
  expect(instantKey('2024-01-02T03:04:05.100Z')).toBe(instantKey('2024-01-02T10:04:05.1+07:00'));
  expect(['yesterday', '', null, '2024-13-01T00:00:00Z', '2024-01-02'].map(instantKey)).toEqual(
    Array(5).fill(null),
  );
});
