import { describe, expect, it, vi } from 'vitest';
import { commandNames, commandOf } from '../../src-shared/commands.ts';
import { createKeyHandler } from './key-handler.ts';

type KeyDown = Parameters<ReturnType<typeof createKeyHandler>>[0];

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

/** Parses `Ctrl+Shift+&@Digit1`: the modifiers, what the key types, and the physical key. */
function parse(pressed: string, changes: Partial<KeyDown> & { isAltGr?: boolean } = {}): KeyDown {
  const { isAltGr = false, ...others } = changes;
  const [keys = '', code = ''] = pressed.split(/@(?=\w+$)/);
  const [, modifiers = '', key = ''] = /^((?:(?:Ctrl|Shift|Alt|Meta)\+)*)(.+)$/.exec(keys) ?? [];
  return {
    // oxlint-disable-next-line typescript/no-deprecated -- what the handler reads
    keyCode: 0,
    ...{ key, code, isComposing: false, defaultPrevented: false },
    ctrlKey: modifiers.includes('Ctrl'),
    shiftKey: modifiers.includes('Shift'),
    altKey: modifiers.includes('Alt'),
    metaKey: modifiers.includes('Meta'),
    getModifierState: (name: string) => name === 'AltGraph' && isAltGr,
    preventDefault: vi.fn(),
    ...others,
  };
}

/** Returns the commands that a key runs. */
function commandsOf(event: KeyDown, userAgent = windows): string[] {
  const ran: string[] = [];
  createKeyHandler((name) => ran.push(name), userAgent)(event);
  expect(vi.mocked(event.preventDefault)).toHaveBeenCalledTimes(ran.length);
  return ran;
}

const digits = (characters: string) =>
  Array.from(characters, (key, at) => [
    `Ctrl+${key}@Digit${(at + 1) % 10}`,
    at === 9 ? 'resetZoom' : `account${at + 1}`,
  ]);

/** Keys as Chromium reports them on Windows and Linux. */
const layouts: Record<string, readonly (readonly string[])[]> = {
  US: [
    ...digits('1234567890'),
    ['Ctrl+r@KeyR', 'refresh'],
    ['Ctrl+R@KeyR', 'refresh'],
    ['F5@F5', 'refresh'],
    ['Ctrl+e@KeyE', 'export'],
    ['Ctrl+Shift+E@KeyE', 'exportAgain'],
    ['Ctrl+,@Comma', 'settings'],
    ['Ctrl+f@KeyF', 'find'],
    ['Ctrl+PageDown@PageDown', 'nextPage'],
    ['Ctrl+PageUp@PageUp', 'previousPage'],
    ['Alt+Home@Home', 'firstPage'],
    ['Ctrl+Shift+O@KeyO', 'toggleOverview'],
    ['Ctrl+Shift+H@KeyH', 'toggleChanges'],
    ['Ctrl+k@KeyK', 'palette'],
    ['Ctrl+/@Slash', 'shortcuts'],
    ['Ctrl+=@Equal', 'zoomIn'],
    ['Ctrl+Shift++@Equal', 'zoomIn'],
    ['Ctrl++@NumpadAdd', 'zoomIn'],
    ['Ctrl+-@Minus', 'zoomOut'],
    ['Ctrl+-@NumpadSubtract', 'zoomOut'],
    ['Ctrl+1@Numpad1', 'account1'],
    ['Ctrl+o@KeyO', ''],
    ['Ctrl+Shift+R@KeyR', ''],
    ...Array.from('!@#$%^&*(', (key, at) => [`Ctrl+Shift+${key}@Digit${at + 1}`, `view${at + 1}`]),
    ['Ctrl+Shift+)@Digit0', ''],
    ['Ctrl+Shift+F5@F5', ''],
    ['Ctrl+Alt+r@KeyR', ''],
    ['Meta+r@KeyR', ''],
    ['r@KeyR', ''],
    ['1@Digit1', ''],
  ],
  // Digits need Shift. The sixth key types a minus, which comes first.
  French: [
    ...digits('&é"\'(§è_çà'),
    ['Ctrl+-@Digit6', 'zoomOut'],
    ['Ctrl+Shift+1@Digit1', 'view1'],
    ['Ctrl+Shift+6@Digit6', 'view6'],
    ['Ctrl+Shift+0@Digit0', 'resetZoom'],
    ['Ctrl+Shift+/@Period', 'shortcuts'],
    ['Ctrl+,@KeyM', 'settings'],
    ['Ctrl+;@Comma', ''],
    ['Ctrl+a@KeyQ', ''],
    ['Ctrl+=@Equal', 'zoomIn'],
  ],
  German: [
    ['Ctrl+Shift+!@Digit1', 'view1'],
    ['Ctrl+Shift+/@Digit7', 'shortcuts'],
    ['Ctrl++@BracketRight', 'zoomIn'],
    ['Ctrl+-@Slash', 'zoomOut'],
    ['Ctrl+ß@Minus', ''],
    ['Ctrl+z@KeyY', ''],
  ],
  Czech: [
    ['Ctrl++@Digit1', 'zoomIn'],
    ['Ctrl+Shift+1@Digit1', 'view1'],
    ['Ctrl+1@Numpad1', 'account1'],
    ['Ctrl+ě@Digit2', 'account2'],
    ['Ctrl+é@Digit0', 'resetZoom'],
  ],
  // It only moves the letters: the key of R types a P, which belongs to no command.
  Dvorak: [
    ['Ctrl+r@KeyO', 'refresh'],
    ['Ctrl+p@KeyR', ''],
    ['Ctrl+.@KeyE', ''],
    ['Ctrl+e@KeyD', 'export'],
    ['Ctrl+u@KeyF', ''],
    ['Ctrl+,@KeyW', 'settings'],
    ['Ctrl+w@Comma', ''],
    ['Ctrl+/@BracketLeft', 'shortcuts'],
    ['Ctrl+[@Minus', ''],
    ['Ctrl+Shift+O@KeyS', 'toggleOverview'],
  ],
  Russian: [
    ...digits('1234567890'),
    ['Ctrl+к@KeyR', 'refresh'],
    ['Ctrl+у@KeyE', 'export'],
    ['Ctrl+б@Comma', 'settings'],
    ['Ctrl+а@KeyF', 'find'],
    ['Ctrl+Shift+Щ@KeyO', 'toggleOverview'],
    ['Ctrl+л@KeyK', 'palette'],
    ['Ctrl+Shift+/@Backslash', 'shortcuts'],
    ['Ctrl+щ@KeyO', ''],
    ['к@KeyR', ''],
  ],
  Greek: [
    ['Ctrl+ρ@KeyR', 'refresh'],
    ['Ctrl+ε@KeyE', 'export'],
    ['Ctrl+Shift+Ο@KeyO', 'toggleOverview'],
    ['Ctrl+κ@KeyK', 'palette'],
  ],
  Arabic: [
    ...digits('١٢٣٤٥٦٧٨٩٠'),
    ['Ctrl+Shift+!@Digit1', 'view1'],
    ['Ctrl+ق@KeyR', 'refresh'],
    ['Ctrl+Shift+×@KeyO', 'toggleOverview'],
  ],
  Thai: [
    ...digits('ๅ/_ภถุึคตจ').filter(([, name]) => name !== 'account2'),
    ['Ctrl+พ@KeyR', 'refresh'],
    ['Ctrl+ฝ@Slash', 'shortcuts'],
    ['Ctrl+ม@Comma', 'settings'],
    ['Ctrl+ข@Minus', 'zoomOut'],
    ['Ctrl+ช@Equal', 'zoomIn'],
  ],
  // Of Windows and macOS. The keys from the fifth to the ninth are the tones.
  Vietnamese: [
    ...digits('ăâêô'),
    ['Ctrl+₫@Equal', 'zoomIn'],
    ...[5, 6, 7, 8, 9].map((digit) => [`Ctrl+Dead@Digit${digit}`, `account${digit}`]),
    ['Ctrl+đ@Digit0', 'resetZoom'],
    ['Ctrl+Shift+Ă@Digit1', 'view1'],
    ['Ctrl+Shift+Dead@Digit5', 'view5'],
    ['Ctrl+r@KeyR', 'refresh'],
    ['Ctrl+Shift++@Equal', 'zoomIn'],
  ],
};

describe.each(Object.entries(layouts))('on a keyboard with the layout %s', (_layout, presses) => {
  it.each(presses)('%s runs %j', (pressed = '', name = '') => {
    expect(commandsOf(parse(pressed))).toEqual(name === '' ? [] : [name]);
  });
});

describe('a shortcut', () => {
  it('is in the table of the US layout, whatever the command', () => {
    const inTable = new Set(layouts.US?.map(([, name]) => name));
    const missing = commandNames.filter(
      (name) => commandOf(name).shortcuts.length > 0 && !inTable.has(name),
    );
    expect(missing).toEqual([]);
  });

  it('has Command and not Control on macOS', () => {
    expect(commandsOf(parse('Meta+r@KeyR'), mac)).toEqual(['refresh']);
    expect(commandsOf(parse('Meta+к@KeyR'), mac)).toEqual(['refresh']);
    expect(commandsOf(parse('Meta+&@Digit1'), mac)).toEqual(['account1']);
    expect(commandsOf(parse('Ctrl+r@KeyR'), mac)).toEqual([]);
    expect(commandsOf(parse('Ctrl+Meta+r@KeyR'), mac)).toEqual([]);
  });

  it.each([
    ['a letter that is being composed', { isComposing: true }],
    ['the first key of a composition, as of Telex', { key: 'Process', keyCode: 229 }],
    ['a character of AltGr', { isAltGr: true }],
    ['a character of AltGr that Windows reports as Ctrl+Alt', { altKey: true, isAltGr: true }],
    ['a key that a component has handled', { defaultPrevented: true }],
  ])('is not %s', (_what, changes) => {
    expect(commandsOf(parse('Ctrl+e@KeyE', changes))).toEqual([]);
    expect(commandsOf(parse('Ctrl+1@Digit1', changes))).toEqual([]);
  });
});
