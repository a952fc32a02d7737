import type { AnnotateTenantsRequest } from '../../src-shared/annotate-tenants.ts';
import type {
  AnnotatedTenant,
  NamedOwner,
  OwnerName,
  TagCount,
} from '../../src-shared/annotations.ts';
import type { Baseline, ChangesSummary } from '../../src-shared/changes.ts';
import type { AppErrorFields } from '../../src-shared/errors.ts';
import type {
  ExportOptions,
  ExportScope,
  ExportSize,
  FoundTenants,
  SelectedTenants,
} from '../../src-shared/export-tenants.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type {
  ImportedRow,
  ImportReport,
  ImportResult,
} from '../../src-shared/import-annotations.ts';
import type { Filter, ListedRecord, TenantPage } from '../../src-shared/list-tenants.ts';
import type { MatchedValues, Matching } from '../../src-shared/matching.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { Language, Preferences } from '../../src-shared/preferences.ts';
import type {
  RefreshRequest,
  RefreshRun,
  SavedListStatus,
  TenantDetails,
} from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import type { ComputerZone, TimeZone } from '../../src-shared/time-zone.ts';
import type { AccountList } from '../accounts/account-list.ts';
import type { BackupOutline, ReadBackup } from '../backup/backup-format.ts';
import type { AnnotationsAndNames } from '../backup/own-data.ts';
import type { OnRetry, PageBody } from '../etelecom/client.ts';
import type { TenantQuery } from '../etelecom/wire.ts';
import type { LogEntry } from '../log/log.ts';

/** Names one saved list. */
interface OfList {
  listId: string;
}

/** Names saved lists that are shown as one, in this order. */
interface OfLists {
  listIds: readonly string[];
}

/** Names saved lists that are shown as one, with their accounts. */
interface OfAccountLists {
  lists: readonly Pick<AccountList, 'listId' | 'accountId'>[];
}

/** The time zone in which days begin and end. */
interface OfTimeZone {
  timeZone: TimeZone;
}

/** Describes an export without its file. */
export interface MeasureExportRequest extends OfTimeZone {
  lists: readonly AccountList[];
  /** Whether `lists` are the lists of all accounts; each row then names its account. */
  showsAllAccounts: boolean;
  scope: ExportScope;
  options: ExportOptions;
  language: Language;
}

export interface WriteExportRequest extends MeasureExportRequest {
  path: string;
  /** Where the file is saved if that is not possible in the folder of `path`. */
  fallbackFolder: string;
}

export interface FindSelectedRequest extends SelectedTenants {
  lists: readonly AccountList[];
  /** Whether `lists` are the lists of all accounts; the keys then contain the account. */
  showsAllAccounts: boolean;
  /** The most tenants to return. */
  limit: number;
}

export type AnnotateTenantsCall = Omit<AnnotateTenantsRequest, 'accountId'> & {
  lists: readonly AccountList[];
  /** Whether `lists` are the lists of all accounts; the keys then contain the account. */
  showsAllAccounts: boolean;
};

/** Rows of a file, and the lists in which their tenants are looked for. */
interface ImportCall extends OfAccountLists {
  rows: readonly ImportedRow[];
}

/** What was written, and where. */
export interface WrittenExport {
  rows: number;
  /** The lines of the sheet of changes; `null` if there is none. */
  changeLines: number | null;
  /** Rows of the server's answers that were not a tenant. */
  unreadableRows: number;
  /** Selected rows that are no longer in the saved list. */
  missingRows: number;
  /** Where the file is. */
  path: string;
  /** Why the file is not at the requested path; `null` if it is. */
  obstacle: AppErrorFields | null;
  /** When the server sent the rows, RFC 3339; `null` if it is not known. */
  fetchedAt: string | null;
  /** Whether the whole list had been read. */
  isListComplete: boolean;
}

/** The calls from the main thread to the worker. */
export interface WorkerCalls {
  /** What went wrong when the saved lists and the annotations were opened. */
  getNotices: { request: null; response: AppErrorFields[] };
  getSavedList: { request: OfLists; response: SavedListStatus };
  listTenants: {
    request: OfLists & TenantQuery;
    /** `listIds` holds the list of each tenant, in the order of `tenants`. */
    response: Omit<TenantPage, 'source'> & { listIds: string[] };
  };
  matchValues: { request: OfLists & { matching: Matching }; response: MatchedValues };
  /** `lists` are those to count the accounts of, whatever `listIds` are shown. */
  getFacets: {
    request: OfLists & OfAccountLists & OfTimeZone & { filter: Filter };
    response: Facets;
  };
  getOverview: {
    request: OfAccountLists & OfTimeZone & { filter: Filter };
    response: Overview;
  };
  getChanges: {
    request: OfAccountLists & { since: Baseline };
    response: ChangesSummary;
  };
  /** Counts the unseen changes of each list, in the order of `listIds`. */
  countUnseen: { request: OfLists; response: number[] };
  /** Marks the changes up to a run as seen. Returns the run before, to undo it. */
  setSeen: { request: OfList & { runId: number | null }; response: { runId: number | null } };
  getUnreadableRows: { request: OfList; response: { raw: string }[] };
  decideShrunkList: { request: OfList & { runId: number; use: boolean }; response: null };
  getTenant: { request: OfList & { tenantId: string }; response: TenantDetails };
  findSelected: { request: FindSelectedRequest; response: FoundTenants };
  /** Adds to the tenants of a live page what the user has noted about them, and the saved hotlines of their owners. */
  addSavedValues: {
    request: OfList & { tenants: readonly ListRecord[] };
    response: ListedRecord[];
  };
  /** Returns the annotations before. */
  annotateTenants: { request: AnnotateTenantsCall; response: AnnotatedTenant[] };
  restoreAnnotations: { request: AnnotationsAndNames; response: null };
  /** Sets annotations and names of owners in one transaction. Returns those before. */
  replaceAnnotations: { request: AnnotationsAndNames; response: AnnotationsAndNames };
  /** Returns what an import would change. */
  previewImport: { request: ImportCall; response: ImportReport };
  importAnnotations: { request: ImportCall; response: ImportResult };
  /** Returns the names before. */
  nameOwner: {
    request: OfAccountLists & { ownerId: string; name: string | null };
    response: NamedOwner[];
  };
  getOwnerNames: { request: OfLists; response: OwnerName[] };
  getTags: { request: OfLists; response: TagCount[] };
  /** Deletes the annotations of all lists of an account, by the beginning of their ids. */
  removeAnnotations: { request: { listIdStart: string }; response: null };
  /** Adds the annotations and names of owners to a backup, and writes its file. */
  writeBackup: { request: { path: string; outline: BackupOutline }; response: null };
  readBackup: { request: { path: string }; response: ReadBackup };
  refreshList: {
    request: OfList &
      Pick<RefreshRequest, 'mode' | 'filter'> &
      Pick<Preferences, 'fullRefreshHours' | 'historyDays'>;
    response: RefreshRun;
  };
  measureExport: { request: MeasureExportRequest; response: ExportSize };
  writeExport: { request: WriteExportRequest; response: WrittenExport };
  /** Deletes the tenants of a list and the hotlines of the same account. First cancels a running refresh of them. */
  removeList: { request: OfList; response: null };
  /** The same for all lists of an account, by the beginning of their ids: an account may have had other addresses. */
  removeLists: { request: { listIdStart: string }; response: null };
  /** Moves a damaged database aside and creates a new one. The response is the notice for the user. */
  setAside: { request: { records: RecordKind }; response: AppErrorFields | null };
  /** Shows that the worker is alive. */
  ping: { request: null; response: null };
  /** Closes the database. No call may follow. */
  close: { request: null; response: null };
}

/** The calls from the worker to the main thread. */
export interface MainCalls {
  /** Fetches one page from the server of a list's account. The response is the body of the server's answer. */
  fetchPage: { request: OfList & TenantQuery; response: PageBody };
  /** Reports a file that must be removed if the worker dies, and that it was removed or renamed. */
  partialFile: { request: { path: string; exists: boolean }; response: null };
  /** Writes to the log, which only the main thread does. */
  log: { request: LogEntry; response: null };
}

/** Makes the call `fetchPage`. */
export type FetchPage = (
  request: MainCalls['fetchPage']['request'],
  signal: AbortSignal,
  onRetry?: OnRetry,
) => Promise<PageBody>;

/** What the worker is started with. */
export interface WorkerSettings {
  dataFolder: string;
  /** The app's version, for the info sheet of an export. */
  version: string;
  /** The zone that the main process has read; `null` if it is unknown. */
  computerZone: ComputerZone | null;
}
