import { expect, it } from 'vitest';
import { maximumNameLength } from '../../src-shared/choices.ts';
import { freeName } from './stored-accounts.ts';

it('a name is shortened between whole characters', () => {
  const room = maximumNameLength - 4;
  const start = 'a'.repeat(room - 1);
  expect(freeName(`${start}🏪🏪`, [])).toBe(start);
  expect(freeName(`${start.slice(1)}🏪🏪`, [])).toBe(`${start.slice(1)}🏪`);
  expect(freeName('Hà Nội', [{ name: 'Hà Nội' }])).toBe('Hà Nội 2');
});
