import { dialogs } from './dialogs.ts';
import { menu } from './menu.ts';
import { page } from './page.ts';
import { sheet } from './sheet.ts';

/** All English texts. */
export const en = {
  ...page,
  dialogs,
  menu,
  sheet,
};

export type Texts = typeof en;
