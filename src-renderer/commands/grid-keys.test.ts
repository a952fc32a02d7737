import { describe, expect, it } from 'vitest';
import { handleGridKey, type GridKeyActions } from '../keyboard/handle-grid-key.ts';
import { headerRow } from '../keyboard/next-cell.ts';
import { gridKeys } from './grid-keys.ts';

type Action = Exclude<keyof GridKeyActions, 'cell' | 'rows' | 'columns' | 'pageRows'>;

/** The action of each listed key. `null` for keys that the grid does not handle itself. */
const actionOf: Record<(typeof gridKeys)[number]['name'], Action | null> = {
  ...{ enter: null, neighbors: null },
  ...{ move: 'focus', rowEnds: 'focus', gridEnds: 'focus', screens: 'focus' },
  ...{ open: 'openDetails', menu: 'openMenu', select: 'toggleRow', star: 'toggleStar' },
  ...{ extend: 'extendSelection', selectAll: 'selectAll', clear: 'clearSelection' },
  ...{ copy: 'copy', copyWithHeaders: 'copy', sort: 'sort', sortSecond: 'sort' },
  ...{ resize: 'resize', moveColumn: 'move' },
};
const inHeader = ['sort', 'sortSecond', 'resize', 'moveColumn'];

/** Returns the actions of a shortcut in a cell. */
function press(shortcut: string, cell: GridKeyActions['cell']): Action[] {
  const keys = shortcut.split('+');
  const last = keys.at(-1) ?? '';
  const name = last === 'Space' ? ' ' : last;
  const key = name.length === 1 ? name.toLowerCase() : name;
  const called: Action[] = [];
  const adds = (action: Action) => () => {
    called.push(action);
  };
  const event = {
    key,
    ...{ ctrlKey: keys.includes('mod'), metaKey: false },
    ...{ shiftKey: keys.includes('shift'), altKey: keys.includes('alt') },
    nativeEvent: { key, code: '', isComposing: false, keyCode: 0, getModifierState: () => false },
    preventDefault: () => undefined,
  };
  handleGridKey(event, {
    ...{ cell, rows: 50, columns: 5, pageRows: () => 10 },
    ...{ focus: adds('focus'), extendSelection: adds('extendSelection') },
    ...{ toggleRow: adds('toggleRow'), toggleStar: adds('toggleStar') },
    ...{ togglePage: adds('togglePage'), selectAll: adds('selectAll') },
    ...{ clearSelection: adds('clearSelection'), copy: adds('copy'), sort: adds('sort') },
    ...{ openDetails: adds('openDetails'), openMenu: adds('openMenu') },
    ...{ resize: adds('resize'), move: adds('move') },
  });
  return called;
}

const inRow = { row: 20, column: 2 };
const presses = gridKeys.flatMap(({ name, shortcuts }) =>
  shortcuts.map((shortcut) => ({ name, shortcut, action: actionOf[name] })),
);

describe('the listed keys of the grid', () => {
  it.each(presses.filter(({ action }) => action !== null))(
    '$shortcut does $name',
    ({ name, shortcut, action }) => {
      const cell = inHeader.includes(name) ? { row: headerRow, column: 2 } : inRow;
      expect(press(shortcut, cell)).toContain(action);
    },
  );

  it('include every key without modifiers that the grid handles', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    const functionKeys = Array.from({ length: 12 }, (_, at) => `F${at + 1}`);
    const others = ['Enter', 'Space', 'Escape', 'Tab', 'Delete', 'Backspace', 'Insert', 'Home'];
    const moves = ['End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
    const handled = [...letters, ...functionKeys, ...others, ...moves].filter(
      (key) => press(key, inRow).length > 0,
    );
    const listed = new Set<string>(presses.map(({ shortcut }) => shortcut));
    expect(handled).toContain('S');
    expect(handled.filter((key) => !listed.has(key))).toEqual([]);
  });
});
