import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextCell } from './next-cell.ts';

const grid = { rows: 50, columns: 10, pageRows: 20 };

it.each([
  ['ArrowDown', [0, 3], [1, 3]],
  ['ArrowDown', [49, 3], [49, 3]],
  ['ArrowDown', [-1, 3], [0, 3]],
  ['ArrowUp', [1, 3], [0, 3]],
  ['ArrowUp', [0, 3], [-1, 3]],
  ['ArrowUp', [-1, 3], [-1, 3]],
  ['ArrowRight', [4, 8], [4, 9]],
  ['ArrowRight', [4, 9], [4, 9]],
  ['ArrowLeft', [4, 0], [4, 0]],
  ['PageDown', [4, 3], [24, 3]],
  ['PageDown', [44, 3], [49, 3]],
  ['PageUp', [4, 3], [0, 3]],
  ['Home', [4, 3], [4, 0]],
  ['End', [4, 3], [4, 9]],
  ['Ctrl+Home', [4, 3], [0, 0]],
  ['Ctrl+End', [4, 3], [49, 9]],
  ['Ctrl+ArrowDown', [4, 3], [49, 3]],
  ['Ctrl+ArrowLeft', [4, 3], [4, 0]],
] as const)('%s moves from %j to %j', (keys, [row, column], [toRow, toColumn]) => {
  const key = keys.replace('Ctrl+', '');
  const next = nextCell({ key, isCommand: key !== keys }, { row, column }, grid);
  expect(next).toEqual({ row: toRow, column: toColumn });
});

it.each(['PageUp', 'ArrowUp', 'Home', 'End', 'Ctrl+ArrowUp', 'Ctrl+Home', 'Ctrl+ArrowLeft'])(
  '%s stays in the header',
  (keys) => {
    const key = keys.replace('Ctrl+', '');
    const next = nextCell({ key, isCommand: key !== keys }, { row: -1, column: 3 }, grid);
    expect(next?.row).toBe(-1);
  },
);

it.each(['ArrowUp', 'PageUp', 'Home', 'ArrowDown', 'PageDown', 'End'])(
  '%s never moves against its direction, from any cell',
  (key) => {
    const isUp = key === 'ArrowUp' || key === 'PageUp' || key === 'Home';
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: -1, max: 49 }),
        fc.integer({ min: 0, max: 9 }),
        (isCommand, row, column) => {
          const next = nextCell({ key, isCommand }, { row, column }, grid);
          const moved = (next?.row ?? row) - row;
          expect(isUp ? moved <= 0 : moved >= 0).toBe(true);
        },
      ),
    );
  },
);

it.each(['Enter', 'Tab', 'a', ' '])('%j does not move', (key) => {
  expect(nextCell({ key, isCommand: false }, { row: 4, column: 3 }, grid)).toBeNull();
});

it.each(['PageDown', 'PageUp'])('does not handle Ctrl+%s, which is a command', (key) => {
  expect(nextCell({ key, isCommand: true }, { row: 4, column: 3 }, grid)).toBeNull();
});

it('stays in the header row if the grid has no rows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'),
      fc.boolean(),
      (key, isCommand) => {
        const header = { row: -1, column: 3 };
        const next = nextCell({ key, isCommand }, header, { ...grid, rows: 0 });
        expect((next ?? header).row).toBe(-1);
      },
    ),
  );
});
