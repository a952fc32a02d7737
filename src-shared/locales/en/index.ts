import { accounts } from './accounts.ts';
import { commands } from './commands.ts';
import { dialogs } from './dialogs.ts';
import { errors } from './errors.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { menu } from './menu.ts';
import { screens } from './screens.ts';
import { sheet } from './sheet.ts';
import { tenants } from './tenants.ts';

/** All English texts. */
export const en = {
  accounts,
  commands,
  dialogs,
  errors,
  grid,
  help,
  menu,
  screens,
  sheet,
  tenants,
};

export type Texts = typeof en;
