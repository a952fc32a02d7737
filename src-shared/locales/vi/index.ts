import type { Texts } from '../en/index.ts';
import { mergeTexts } from '../merge-texts.ts';
import { commandLine } from './command-line.ts';
import { dialogs } from './dialogs.ts';
import { later } from './later/index.ts';
import { menu } from './menu.ts';
import { firstScreen } from './first-screen/index.ts';
import { sheet } from './sheet.ts';

/**
 * Requires the same keys in every language, so that TypeScript reports a missing text. Only plural forms differ:
 * Vietnamese has no singular.
 */
type SameKeys<Texts> = {
  readonly [
    Key in keyof Texts as Key extends `${string}_one` ? never : Key
  ]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
};

/** All Vietnamese texts. */
export const vi: SameKeys<Texts> = {
  ...mergeTexts(firstScreen, later),
  commandLine,
  dialogs,
  menu,
  sheet,
};
