import { accounts } from './accounts.ts';
import { commands } from './commands.ts';
import { errors } from './errors.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { marks } from './marks.ts';
import { screens } from './screens.ts';
import { tenants } from './tenants.ts';
import { views } from './views.ts';

/** The Vietnamese texts that the first screen of the page shows. */
export const firstScreen = {
  accounts,
  commands,
  errors,
  grid,
  help,
  marks,
  screens,
  tenants,
  views,
};
