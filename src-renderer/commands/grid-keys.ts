/**
 * The keys of the grid, as the dialog of shortcuts lists them. `handleGridKey` handles them. The format is that of the
 * shortcuts of commands, with `Space` for the space bar.
 */
export const gridKeys = [
  { name: 'enter', shortcuts: ['ArrowDown'] },
  { name: 'move', shortcuts: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { name: 'rowEnds', shortcuts: ['Home', 'End'] },
  { name: 'gridEnds', shortcuts: ['mod+Home', 'mod+End'] },
  { name: 'screens', shortcuts: ['PageUp', 'PageDown'] },
  { name: 'open', shortcuts: ['Enter', 'F2'] },
  { name: 'neighbors', shortcuts: ['alt+ArrowUp', 'alt+ArrowDown'] },
  { name: 'menu', shortcuts: ['shift+F10'] },
  { name: 'select', shortcuts: ['Space'] },
  { name: 'star', shortcuts: ['S'] },
  { name: 'extend', shortcuts: ['shift+ArrowUp', 'shift+ArrowDown'] },
  { name: 'selectAll', shortcuts: ['mod+A'] },
  { name: 'clear', shortcuts: ['Escape'] },
  { name: 'copy', shortcuts: ['mod+C'] },
  { name: 'copyWithHeaders', shortcuts: ['mod+shift+C'] },
  { name: 'sort', shortcuts: ['Enter'] },
  { name: 'sortSecond', shortcuts: ['shift+Enter'] },
  { name: 'resize', shortcuts: ['shift+ArrowLeft', 'shift+ArrowRight'] },
  { name: 'moveColumn', shortcuts: ['mod+shift+ArrowLeft', 'mod+shift+ArrowRight'] },
] as const;
