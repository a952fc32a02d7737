import { z } from 'zod';
import type { About } from './about.ts';
import {
  accountColorSchema,
  accountIdSchema,
  accountNameSchema,
  accountOrAllSchema,
  addAccountRequestSchema,
  connectRequestSchema,
  type Account,
} from './account.ts';
import { layoutSchema, listStateSchema, type AccountSettings } from './account-settings.ts';
import { annotateTenantsRequestSchema, nameOwnerRequestSchema } from './annotate-tenants.ts';
import {
  restoreAnnotationsRequestSchema,
  type AnnotatedTenant,
  type NamedOwner,
  type OwnerName,
  type TagCount,
} from './annotations.ts';
import { restoreBackupRequestSchema, type BackupPreview, type RestoredBackup } from './backup.ts';
import type { ChannelName } from './channel-names.ts';
import {
  changesRequestSchema,
  setSeenRequestSchema,
  type ChangesSummary,
  type SeenMark,
} from './changes.ts';
import { languages } from './choices.ts';
import { commandNames } from './commands.ts';
import type { AppErrorFields } from './errors.ts';
import {
  exportRequestSchema,
  exportTenantsRequestSchema,
  findSelectedRequestSchema,
  type ExportRequest,
  type ExportResult,
  type ExportSize,
  type FoundTenants,
  type RecentExport,
} from './export-tenants.ts';
import { facetsRequestSchema, type Facets, type Overview } from './facets.ts';
import { importRequestSchema, type ImportReport, type ImportResult } from './import-annotations.ts';
import { longestValue } from './limits.ts';
import { listTenantsRequestSchema, type TenantPage } from './list-tenants.ts';
import { matchValuesRequestSchema, type MatchedValues } from './matching.ts';
import type { ManagedSettings } from './managed-settings.ts';
import { preferencesSchema, type Preferences } from './preferences.ts';
import { answerProxyRequestSchema, type ProxyQuestion } from './proxy-login.ts';
import {
  decideShrunkListRequestSchema,
  isAutomaticSchema,
  refreshRequestSchema,
  type RefreshRun,
  type SavedListStatus,
  type TenantDetails,
} from './saved-list.ts';
import { addScheduleRequestSchema, type AddedSchedule, type ScheduleStatus } from './schedules.ts';
import { recordsSchema } from './records-schema.ts';
import { readTableRequestSchema, type TableFile } from './tables.ts';
import type { ComputerZone } from './time-zone.ts';
import type { ReleaseNotes, UpdateStatus } from './updates.ts';
import { viewsSchema, type View } from './views.ts';

const nothing = z.object({});
const ofAccount = z.object({ accountId: accountIdSchema });
const ofAccountOrAll = z.object({ accountId: accountOrAllSchema });
const ofList = ofAccountOrAll.extend({ records: recordsSchema });
/** The backup file that is open, or the last one that was restored. */
const ofBackup = z.object({ backupId: z.uuid() });
/** A file that was written in this session, or one of the recent exports. */
const ofExport = z.object({ exportId: z.uuid() });

/** A problem found at startup that the user should know about, such as an unreadable settings file. */
export type Notice = AppErrorFields;

/** What the renderer needs to draw its first screen. */
interface AppState {
  version: string;
  preferences: Preferences;
  /** Empty before the first account is added and after the last one is removed. */
  accounts: Account[];
  /** The account that was shown last, or `allAccounts`; `null` if there is no account. */
  shownAccountId: string | null;
  /** The address of the organization, or else the one that eTelecom gives to most partners. */
  defaultBaseUrl: string;
  /** What the organization has set on this computer. */
  managed: ManagedSettings;
  /** The zone of this computer; `null` if it is unknown. */
  computerZone: ComputerZone | null;
  notices: Notice[];
  /** Exports that did not end because the page crashed. */
  interruptedExports: ExportRequest[];
}

interface Channel<Request, Response> {
  /** Parses requests, because the main process does not trust the renderer. */
  request: Request;
  /** Never set: it holds the type of the response, which nothing has to parse. */
  response?: Response;
}

function request<Schema extends z.ZodType>(schema: Schema) {
  return { answers: <Response>(): Channel<Schema, Response> => ({ request: schema }) };
}

/** The request schema and the response type of every channel. */
export const channels = {
  loadApp: request(nothing).answers<AppState>(),
  savePreferences: request(preferencesSchema).answers<null>(),
  /** Tests the key, then adds an account with it. */
  addAccount: request(addAccountRequestSchema).answers<Account>(),
  addSampleData: request(nothing).answers<Account>(),
  /** Remembers the shown account for the next start. */
  showAccount: request(ofAccountOrAll).answers<null>(),
  changeAccount: request(
    ofAccount.extend({ name: accountNameSchema, color: accountColorSchema }),
  ).answers<Account>(),
  /**
   * Removes the account, its key, its saved list, its annotations and its settings from this computer. Returns which account
   * is shown next.
   */
  removeAccount: request(ofAccount).answers<{ shownAccountId: string | null }>(),
  /** Tests another key for an account, then stores it. */
  connect: request(connectRequestSchema).answers<Account>(),
  testConnection: request(ofAccount.extend({ isAutomatic: isAutomaticSchema })).answers<null>(),
  /** Removes the key. The address and the saved list are kept. */
  removeKey: request(ofAccount).answers<Account>(),
  listTenants: request(listTenantsRequestSchema).answers<TenantPage>(),
  getSavedList: request(ofList).answers<SavedListStatus>(),
  /** Finds which of some pasted values the saved tenants have. */
  matchValues: request(matchValuesRequestSchema).answers<MatchedValues>(),
  getFacets: request(facetsRequestSchema).answers<Facets>(),
  /** With an empty filter, counts all tenants. */
  getOverview: request(facetsRequestSchema).answers<Overview>(),
  /** Counts what has changed since a baseline. */
  getChanges: request(changesRequestSchema).answers<ChangesSummary>(),
  /** Counts the changes of each account that have not been seen. */
  getUnseen: request(z.object({ records: recordsSchema })).answers<
    { accountId: string; changes: number }[]
  >(),
  /** Marks changes as seen. Returns the marks before, which undo it. */
  setSeen: request(setSeenRequestSchema).answers<SeenMark[]>(),
  /** Tells which changes the user looks at. They are marked as seen if the app quits before the next call. */
  setShownChanges: request(setSeenRequestSchema).answers<null>(),
  /** The JSON of the rows that the last full run could not read, at most 100. */
  getUnreadableRows: request(ofAccount.extend({ records: recordsSchema })).answers<
    { raw: string }[]
  >(),
  /** Decides whether a list that shrank to less than half replaces the saved list. */
  decideShrunkList: request(decideShrunkListRequestSchema).answers<null>(),
  /** Reports progress, and returns the complete run. */
  refreshList: request(refreshRequestSchema).answers<RefreshRun>(),
  /** The exports that the operating system runs. */
  getSchedules: request(nothing).answers<{ schedules: ScheduleStatus[] }>(),
  /** Asks for a folder, and lets the operating system run an export. */
  addSchedule: request(addScheduleRequestSchema).answers<AddedSchedule>(),
  removeSchedule: request(z.object({ scheduleId: z.uuid() })).answers<null>(),
  getTenant: request(
    ofAccount.extend({ records: recordsSchema, tenantId: z.string().max(longestValue) }),
  ).answers<TenantDetails>(),
  /** Looks for selected tenants in the saved list. */
  findSelected: request(findSelectedRequestSchema).answers<FoundTenants>(),
  /** Changes stars, notes and tags. Returns the annotations before, which undo it with `restoreAnnotations`. */
  annotateTenants: request(annotateTenantsRequestSchema).answers<{
    annotations: AnnotatedTenant[];
  }>(),
  restoreAnnotations: request(restoreAnnotationsRequestSchema).answers<null>(),
  /** Tells what an import would change, without changing anything. */
  previewImport: request(importRequestSchema).answers<ImportReport>(),
  /** Imports names of owners, tags and notes of tenants, all of them or, if it fails, none. */
  importAnnotations: request(importRequestSchema).answers<ImportResult>(),
  /** Names an owner. Returns the names before. */
  nameOwner: request(nameOwnerRequestSchema).answers<NamedOwner[]>(),
  /** The owners with a name. An owner with several names has the one in the first account. */
  getOwnerNames: request(ofAccountOrAll).answers<OwnerName[]>(),
  /** The tags in use, the most frequent first. */
  getTags: request(ofAccountOrAll).answers<TagCount[]>(),
  getAccountSettings: request(ofAccountOrAll).answers<AccountSettings>(),
  /** `null` restores the default layout. */
  saveLayout: request(ofAccountOrAll.extend({ layout: layoutSchema.nullable() })).answers<null>(),
  /** Keeps what the list shows for the next start. */
  saveListState: request(ofAccountOrAll.extend({ listState: listStateSchema })).answers<null>(),
  /** The views of all accounts, in the user's order. */
  getViews: request(nothing).answers<{ views: View[] }>(),
  /** Replaces all views. Those of an account that does not exist are dropped. */
  saveViews: request(z.object({ views: viewsSchema })).answers<null>(),
  /** Sets the commands that are available now. The menu grays out all others. */
  offerCommands: request(
    z.object({ commands: z.array(z.enum(commandNames)).max(commandNames.length) }),
  ).answers<null>(),
  getAbout: request(nothing).answers<About>(),
  /** A text for support, without keys, tenants, names and addresses. */
  getDiagnostics: request(nothing).answers<{ text: string }>(),
  /** Opens the folder with the log files. */
  showLogs: request(nothing).answers<null>(),
  /** Returns the size of an export. Send its scope without rows or keys: they are not counted. */
  measureExport: request(exportTenantsRequestSchema).answers<ExportSize>(),
  exportTenants: request(exportRequestSchema).answers<ExportResult>(),
  /** The last exports of an account, newest first. */
  listRecentExports: request(ofAccountOrAll).answers<RecentExport[]>(),
  openExport: request(ofExport).answers<null>(),
  showExport: request(ofExport).answers<null>(),
  /** Reads the cells of an .xlsx or a text file, as they are. */
  readTable: request(readTableRequestSchema).answers<TableFile>(),
  /** Asks for a file and writes everything of the user's own to it, but no keys. `null` if the user canceled. */
  saveBackup: request(nothing).answers<{ fileName: string } | null>(),
  /** Asks for a backup file, and keeps its content in the main process. `null` if the user canceled. */
  openBackup: request(nothing).answers<BackupPreview | null>(),
  /** Forgets the content of a backup file. */
  closeBackup: request(ofBackup).answers<null>(),
  restoreBackup: request(restoreBackupRequestSchema).answers<RestoredBackup>(),
  /** Undoes the last `restoreBackup`. */
  undoRestore: request(ofBackup).answers<RestoredBackup>(),
  getProxyQuestion: request(nothing).answers<{ question: ProxyQuestion | null }>(),
  answerProxy: request(answerProxyRequestSchema).answers<null>(),
  getUpdateStatus: request(nothing).answers<UpdateStatus>(),
  /** Looks for a newer version. */
  checkForUpdates: request(nothing).answers<UpdateStatus>(),
  /** Downloads the version that was found. */
  downloadUpdate: request(nothing).answers<null>(),
  /** Quits, installs the downloaded version and starts it. */
  restartToUpdate: request(nothing).answers<null>(),
  /** Opens the page with all versions in the browser. */
  showDownloadPage: request(nothing).answers<null>(),
  /** What is new in each version, newest first: of the newer version if one was found, else of this one. */
  getReleaseNotes: request(z.object({ language: z.enum(languages) })).answers<ReleaseNotes[]>(),
  cancelRequest: request(z.object({ requestId: z.uuid() })).answers<null>(),
} as const satisfies Record<ChannelName, Channel<z.ZodType, unknown>>;

type Channels = typeof channels;
export type RequestOf<Name extends ChannelName> = z.infer<Channels[Name]['request']>;
export type ResponseOf<Name extends ChannelName> = Exclude<Channels[Name]['response'], undefined>;
