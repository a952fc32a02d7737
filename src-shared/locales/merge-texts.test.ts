import { expect, test } from 'vitest';
import { mergeTexts } from './merge-texts.ts';

test('merges texts at every depth', () => {
  const merged = mergeTexts({ a: { b: 'B', c: { d: 'D' } } }, { a: { c: { e: 'E' } }, f: 'F' });
  expect(merged).toEqual({ a: { b: 'B', c: { d: 'D', e: 'E' } }, f: 'F' });
});

test('refuses a text that is in both', () => {
  expect(() => mergeTexts({ a: { b: 'B' } }, { a: { b: 'B' } })).toThrow('b');
  expect(() => mergeTexts({ a: 'A' }, { a: { b: 'B' } })).toThrow('a');
});
