import { expect, it } from 'vitest';
import { isServerId, onlyId } from './server-id.ts';

it('onlyId keeps at most 19 digits', () => {
  expect(onlyId('1.234-567 x')).toBe('1234567');
  expect(onlyId('9'.repeat(30))).toBe('9'.repeat(19));
});

it.each([
  ['7', true],
  ['1234567890123456789', true],
  ['12345678901234567890', false],
  ['-5', false],
  ['own-abc', false],
  ['', false],
])('the server can filter by %j: %s', (id, isPossible) => {
  expect(isServerId(id)).toBe(isPossible);
});
