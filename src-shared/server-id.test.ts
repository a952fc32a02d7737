import { expect, it } from 'vitest';
import { onlyId } from './server-id.ts';

it('onlyId keeps at most 19 digits', () => {
  expect(onlyId('1.234-567 x')).toBe('1234567');
  expect(onlyId('9'.repeat(30))).toBe('9'.repeat(19));
});
