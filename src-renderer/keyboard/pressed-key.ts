/** The parts of a `keydown` event that tell which shortcut it is. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'isComposing' | 'keyCode' | 'getModifierState'
>;

/** The characters of the physical keys on a US keyboard, apart from letters and digits. */
const symbols: Partial<Record<string, string>> = {
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Slash: '/',
};

const nonLatinLetter = /^(?!\p{Script=Latin})[\p{L}\p{M}]+$/u;

/**
 * Returns whether a key types text, whatever its modifiers: keys of an input method that composes a letter, and AltGr,
 * which Windows reports as Ctrl+Alt.
 */
export function typesText(event: PressedKey): boolean {
  // The old key code tells more than `isComposing`, which is not set for the first key of a composition:
  // https://developer.mozilla.org/docs/Web/API/Element/keydown_event#keydown_events_with_ime
  // oxlint-disable-next-line typescript/no-deprecated -- there is nothing else that tells it
  const isProcessed = event.keyCode === 229;
  return event.isComposing || isProcessed || event.getModifierState('AltGraph');
}

/**
 * Returns the character that a key has on a US keyboard if the layout in use cannot type that character with it; else
 * `null`. Some layouts need Shift for digits, as French does, and some have no Latin letters, as Russian. A layout that
 * only moves the letters, as Dvorak does, can type them all.
 */
export function physicalCharacter({ key, code }: PressedKey): string | null {
  if (/^Digit\d$/.test(code)) return /^\d$/.test(key) ? null : code.slice(-1);
  if (!nonLatinLetter.test(key)) return null;
  return /^Key[A-Z]$/.test(code) ? code.slice(-1).toLowerCase() : (symbols[code] ?? null);
}

/** Returns whether a key types a lower-case letter, or stands where a US keyboard has it if the layout lacks it. */
export function isLetter(event: PressedKey, letter: string): boolean {
  return event.key.toLowerCase() === letter || physicalCharacter(event) === letter;
}
