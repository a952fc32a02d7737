import { accounts as enAccounts } from './en/accounts.ts';
import { commands as enCommands } from './en/commands.ts';
import { errors as enErrors } from './en/errors.ts';
import { grid as enGrid } from './en/grid.ts';
import { help as enHelp } from './en/help.ts';
import { menu as enMenu } from './en/menu.ts';
import { screens as enScreens } from './en/screens.ts';
import { sheet as enSheet } from './en/sheet.ts';
import { tenants as enTenants } from './en/tenants.ts';
import { accounts as viAccounts } from './vi/accounts.ts';
import { commands as viCommands } from './vi/commands.ts';
import { errors as viErrors } from './vi/errors.ts';
import { grid as viGrid } from './vi/grid.ts';
import { help as viHelp } from './vi/help.ts';
import { menu as viMenu } from './vi/menu.ts';
import { screens as viScreens } from './vi/screens.ts';
import { sheet as viSheet } from './vi/sheet.ts';
import { tenants as viTenants } from './vi/tenants.ts';
import type { Language } from '../preferences.ts';

/**
 * Requires the same keys in every language, so that TypeScript reports a missing text. Only plural forms differ:
 * Vietnamese has no singular.
 */
type SameKeys<Texts> = {
  readonly [
    Key in keyof Texts as Key extends `${string}_one` ? never : Key
  ]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
};

const en = {
  accounts: enAccounts,
  commands: enCommands,
  errors: enErrors,
  grid: enGrid,
  help: enHelp,
  menu: enMenu,
  screens: enScreens,
  sheet: enSheet,
  tenants: enTenants,
};
const vi: SameKeys<typeof en> = {
  accounts: viAccounts,
  commands: viCommands,
  errors: viErrors,
  grid: viGrid,
  help: viHelp,
  menu: viMenu,
  screens: viScreens,
  sheet: viSheet,
  tenants: viTenants,
};

/** All texts of the app for i18next. The main process uses them for files, menus and dialogs, the renderer for screens. */
export const locales = { en: { translation: en }, vi: { translation: vi } } satisfies Record<
  Language,
  { translation: SameKeys<typeof en> }
>;

export type Texts = typeof en;
