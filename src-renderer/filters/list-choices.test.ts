import { expect, it } from 'vitest';
import { listChoices } from './list-choices.ts';

it('listChoices appends chosen values that the list no longer has', () => {
  const values = [
    { value: 'P', count: 3 },
    { value: null, count: 1 },
  ];
  expect(listChoices(values, ['A1', 'P'])).toEqual([
    { value: 'P', count: 3 },
    { value: '', count: 1 },
    { value: 'A1', count: 0 },
  ]);
});
