import { commandLine } from './command-line.ts';
import { dialogs } from './dialogs.ts';
import { later } from './later.ts';
import { menu } from './menu.ts';
import { page } from './page.ts';
import { sheet } from './sheet.ts';

/** All English texts. */
export const en = {
  ...page,
  ...later,
  commandLine,
  dialogs,
  menu,
  sheet,
};

export type Texts = typeof en;
