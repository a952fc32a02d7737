import { expect, it } from 'vitest';
import { commandNames, commandOf } from './commands.ts';

it('assigns every shortcut to one command only', () => {
  const shortcuts = commandNames.flatMap((name) => commandOf(name).shortcuts);
  expect(shortcuts.length).toBeGreaterThan(0);
  expect(shortcuts).toEqual([...new Set(shortcuts)]);
});
