import { expect, it } from 'vitest';
import { commandNames, commandOf } from './commands.ts';

it('gives no shortcut to two commands', () => {
  const shortcuts = commandNames.flatMap((name) => commandOf(name).shortcuts);
  expect(shortcuts.length).toBeGreaterThan(0);
  expect(shortcuts).toEqual([...new Set(shortcuts)]);
});
