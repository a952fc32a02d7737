/** The parts of a `keydown` event that tell which shortcut it is. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'isComposing' | 'keyCode' | 'getModifierState'
>;

/** The characters of a US keyboard on the keys that shortcuts use, apart from letters and digits. */
const symbols: Partial<Record<string, string>> = {
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Slash: '/',
};

/** Letters of other scripts, and symbols such as `₫`. */
const notLatin = /^[\P{ASCII}--\p{Script=Latin}]+$/v;

/**
 * Returns whether a key press belongs to text although it may look like a shortcut: while an input method composes a letter,
 * and with AltGr, which Windows reports as Ctrl+Alt.
 */
export function typesText(event: PressedKey): boolean {
  // The deprecated key code also covers the first key of a composition, for which `isComposing` is not set:
  // https://developer.mozilla.org/docs/Web/API/Element/keydown_event#keydown_events_with_ime
  // oxlint-disable-next-line typescript/no-deprecated -- there is no other way
  const isProcessed = event.keyCode === 229;
  return event.isComposing || isProcessed || event.getModifierState('AltGraph');
}

/**
 * Returns the character that a key has on a US keyboard if the layout in use cannot type that character with it; else
 * `null`. For example, French layouts need Shift for digits, and Russian layouts have no Latin letters. A layout that only
 * moves the letters, such as Dvorak, can type them all.
 */
export function physicalCharacter({ key, code }: PressedKey): string | null {
  if (/^Digit\d$/.test(code)) return /^\d$/.test(key) ? null : code.slice(-1);
  if (!notLatin.test(key)) return null;
  return /^Key[A-Z]$/.test(code) ? code.slice(-1).toLowerCase() : (symbols[code] ?? null);
}

/**
 * Returns whether a key types `letter`, in upper or lower case, or is in its place on a US keyboard if the layout has no such
 * letter.
 *
 * @param letter in lower case.
 */
export function isLetter(event: PressedKey, letter: string): boolean {
  return event.key.toLowerCase() === letter || physicalCharacter(event) === letter;
}
