import { expect, it } from 'vitest';
import { isLetter, physicalCharacter } from './pressed-key.ts';

const press = (key: string, code: string) => ({
  ...{ key, code, isComposing: false, keyCode: 0 },
  getModifierState: () => false,
});

it.each([
  ['a', 'KeyA', true],
  ['A', 'KeyA', true],
  ['ф', 'KeyA', true],
  ['α', 'KeyA', true],
  // French and Dvorak have the letter elsewhere.
  ['q', 'KeyA', false],
  ['a', 'KeyQ', true],
  ['Enter', 'Enter', false],
])('%s on the key %s selects everything: %s', (key, code, isA) => {
  expect(isLetter(press(key, code), 'a')).toBe(isA);
});

it.each([
  ['&', 'Digit1', '1'],
  ['1', 'Digit1', null],
  ['Dead', 'Digit5', '5'],
  ['б', 'Comma', ','],
  [';', 'Comma', null],
  ['ß', 'Minus', null],
  // Vietnamese and Arabic.
  ['₫', 'Equal', '='],
  ['×', 'KeyO', 'o'],
  ['é', 'Slash', null],
  ['Dead', 'Equal', null],
  ['ArrowLeft', 'ArrowLeft', null],
])('%s on the key %s stands for %j', (key, code, character) => {
  expect(physicalCharacter(press(key, code))).toBe(character);
});
