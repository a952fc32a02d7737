import type { Texts } from '../en/index.ts';
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
