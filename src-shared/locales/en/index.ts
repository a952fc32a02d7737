import { mergeTexts } from '../merge-texts.ts';
import { commandLine } from './command-line.ts';
import { dialogs } from './dialogs.ts';
import { later } from './later/index.ts';
import { menu } from './menu.ts';
import { firstScreen } from './first-screen/index.ts';
import { sheet } from './sheet.ts';

/** All English texts. */
export const en = {
  ...mergeTexts(firstScreen, later),
  commandLine,
  dialogs,
  menu,
  sheet,
};

export type Texts = typeof en;
