import { expect, it } from 'vitest';
import { rowStep } from './row-step.ts';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 49, 49],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['Home', 30, 0],
  ['End', 3, 49],
  ['Enter', 3, null],
  ['Tab', 3, null],
])('%s in row %i of 50 goes to %s', (key, index, next) => {
  expect(rowStep(key, index, 50)).toBe(next);
});
