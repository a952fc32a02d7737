import { dialogs } from './dialogs.ts';
import { later } from './later.ts';
import { menu } from './menu.ts';
import { page } from './page.ts';
import { sheet } from './sheet.ts';

/** All English texts. */
export const en = {
  ...page,
  ...later,
  dialogs,
  menu,
  sheet,
};

export type Texts = typeof en;
