import { z } from 'zod';
import { aboutSchema } from './about.ts';
import {
  accountColorSchema,
  accountIdSchema,
  accountNameSchema,
  accountOrAllSchema,
  accountSchema,
  addAccountRequestSchema,
  connectRequestSchema,
} from './account.ts';
import { accountSettingsSchema, layoutSchema } from './account-settings.ts';
import type { ChannelName } from './channel-names.ts';
import { commandNames, type CommandName } from './commands.ts';
import type { AppErrorFields, Result } from './errors.ts';
import { errorCodes } from './errors.ts';
import { exportResultSchema, exportTenantsRequestSchema } from './export-tenants.ts';
import {
  facetsRequestSchema,
  facetsSchema,
  overviewRequestSchema,
  overviewSchema,
} from './facets.ts';
import { listTenantsRequestSchema, tenantPageSchema } from './list-tenants.ts';
import { preferencesSchema } from './preferences.ts';
import {
  refreshRequestSchema,
  savedListStatusSchema,
  tenantDetailsSchema,
  refreshRunSchema,
} from './saved-list.ts';

const ofAccount = z.object({ accountId: accountIdSchema });
const ofAccountOrAll = z.object({ accountId: accountOrAllSchema });
/** A file that was written in this session. */
const ofExport = z.object({ exportId: z.uuid() });

/** Something found at the start that the user should know, such as a settings file that had to be moved aside. */
const noticeSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  path: z.string().optional(),
});

/** What may be said across the bridge: for every channel what is asked and what is answered. */
export const channels = {
  loadApp: {
    request: z.object({}),
    response: z.object({
      version: z.string(),
      preferences: preferencesSchema,
      /** None until the first one is added, and after the last one was removed. */
      accounts: z.array(accountSchema),
      /** The account that was on screen last, or all of them; `null` when there is none. */
      shownAccountId: accountOrAllSchema.nullable(),
      /** The address eTelecom gives to most partners. */
      defaultBaseUrl: z.string(),
      notices: z.array(noticeSchema),
    }),
  },
  savePreferences: { request: preferencesSchema, response: z.null() },
  /** Tests the key, then adds an account with it. */
  addAccount: { request: addAccountRequestSchema, response: accountSchema },
  addSampleData: { request: z.object({}), response: accountSchema },
  /** Remembers which account is on screen, for the next start. */
  showAccount: { request: ofAccountOrAll, response: z.null() },
  changeAccount: {
    request: ofAccount.extend({ name: accountNameSchema, color: accountColorSchema }),
    response: accountSchema,
  },
  /** Removes the account, its key, its saved list and its settings from this computer. */
  removeAccount: { request: ofAccount, response: z.null() },
  /** Tests another key for an account, then keeps it. */
  connect: { request: connectRequestSchema, response: accountSchema },
  testConnection: { request: ofAccount, response: z.null() },
  /** Removes the key; address and saved list stay. */
  forgetConnection: { request: ofAccount, response: accountSchema },
  listTenants: { request: listTenantsRequestSchema, response: tenantPageSchema },
  getSavedList: { request: ofAccountOrAll, response: savedListStatusSchema },
  getFacets: { request: facetsRequestSchema, response: facetsSchema },
  getOverview: { request: overviewRequestSchema, response: overviewSchema },
  /** Reports its progress; answers with the run, complete. */
  refreshList: { request: refreshRequestSchema, response: refreshRunSchema },
  getTenant: { request: ofAccount.extend({ tenantId: z.string() }), response: tenantDetailsSchema },
  getAccountSettings: { request: ofAccountOrAll, response: accountSettingsSchema },
  /** `null` goes back to the layout the app comes with. */
  saveLayout: {
    request: ofAccountOrAll.extend({ layout: layoutSchema.nullable() }),
    response: z.null(),
  },
  /** What the menu can offer right now; whatever is not named is grayed out. */
  offerCommands: {
    request: z.object({ commands: z.array(z.enum(commandNames)) }),
    response: z.null(),
  },
  getAbout: { request: z.object({}), response: aboutSchema },
  /** For support: no key, no tenant, no name, no address. */
  getDiagnostics: { request: z.object({}), response: z.object({ text: z.string() }) },
  exportTenants: { request: exportTenantsRequestSchema, response: exportResultSchema },
  openExport: { request: ofExport, response: z.null() },
  showExport: { request: ofExport, response: z.null() },
  cancelRequest: { request: z.object({ requestId: z.uuid() }), response: z.null() },
} as const satisfies Record<ChannelName, { request: z.ZodType; response: z.ZodType }>;

type Channels = typeof channels;
export type RequestOf<Name extends ChannelName> = z.infer<Channels[Name]['request']>;
export type ResponseOf<Name extends ChannelName> = z.infer<Channels[Name]['response']>;
export type Notice = AppErrorFields;

/** How far the request named `requestId` is. */
export interface Progress {
  requestId: string;
  /** Tenants fetched so far. */
  rows: number;
  /** How many the last complete run had, where that is known. */
  ofRows?: number;
}

/** What main says by itself. */
export interface Events {
  progress: Progress;
  /** A command was chosen in the menu. */
  command: CommandName;
}

/** What the preload puts on the page's `window`. A request with an id can be canceled and reports its progress. */
export type Bridge = {
  [Name in ChannelName]: (
    request: RequestOf<Name>,
    requestId?: string,
  ) => Promise<Result<ResponseOf<Name>>>;
} & {
  /** Calls `listener` for every progress of any request, until the returned function is called. */
  onProgress: (listener: (progress: Progress) => void) => () => void;
  /** Calls `listener` for every command chosen in the menu, until the returned function is called. */
  onCommand: (listener: (name: CommandName) => void) => () => void;
};
