import type { AppErrorFields, Result } from '../../src-shared/errors.ts';
import type { ExportOptions, ExportScope } from '../../src-shared/export-tenants.ts';
import type { Facets, Overview } from '../../src-shared/facets.ts';
import type { Filter, ListTenantsRequest, TenantPage } from '../../src-shared/list-tenants.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type {
  RefreshRequest,
  SavedListStatus,
  TenantDetails,
  RefreshRun,
} from '../../src-shared/saved-list.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import type { ClientOptions, Credentials } from '../etelecom/client.ts';

/** Names one saved list: an account at one server. */
interface OfList {
  listId: string;
}

/** Names saved lists that are taken as one, in this order. */
interface OfLists {
  listIds: readonly string[];
}

/** On whose clock days begin and end. */
interface OfDays {
  timeZone: TimeZone;
}

/** A list that is exported, and whose it is. */
export interface ExportedList extends OfList {
  accountId: string;
  /** As the user calls the account. */
  accountName: string;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
}

export interface WriteExportRequest {
  lists: readonly ExportedList[];
  /** They are the lists of all accounts, and each row says whose it is. */
  showsAllAccounts: boolean;
  path: string;
  scope: ExportScope;
  options: ExportOptions;
  language: Language;
  /** On whose clock dates are written. */
  timeZone: TimeZone;
  /** To ask the server with; `null` where it is not asked. */
  credentials: Credentials | null;
}

/** What the worker is asked and what it answers. */
export interface Calls {
  /** What was found when the saved list was opened. */
  notice: { request: null; response: AppErrorFields | null };
  status: { request: OfLists; response: SavedListStatus };
  list: {
    request: OfLists & Pick<ListTenantsRequest, 'filter' | 'sort' | 'paging'>;
    /** Also of each tenant the list it is in. */
    response: Omit<TenantPage, 'source'> & { listIds: string[] };
  };
  facets: { request: OfLists & OfDays & { filter: Filter }; response: Facets };
  overview: { request: OfLists & OfDays; response: Overview };
  details: { request: OfList & { tenantId: string }; response: TenantDetails };
  refresh: {
    request: OfList & Pick<RefreshRequest, 'mode' | 'filter'> & { credentials: Credentials };
    response: RefreshRun;
  };
  writeExport: { request: WriteExportRequest; response: { rows: number; unreadableRows: number } };
  /** Forgets a list for good; a refresh of it is canceled. */
  remove: { request: OfList; response: null };
  /** Cancels everything and closes the file. Nothing may be asked after it. */
  close: { request: null; response: null };
}

export type CallName = keyof Calls;
export type RequestOf<Name extends CallName> = Calls[Name]['request'];
export type ResponseOf<Name extends CallName> = Calls[Name]['response'];

/** A call as it travels; the type keeps each name with its request. */
export type Call<Name extends CallName = CallName> = {
  [Each in Name]: { kind: 'call'; id: number; name: Each; request: RequestOf<Each> };
}[Name];

/** The parts of a request that can be cloned; a signal cannot. */
export interface FetchInit extends Pick<RequestInit, 'redirect' | 'credentials' | 'cache'> {
  method: string;
  headers: [string, string][];
  body: string;
}

export type FetchOutcome =
  | { status: number; statusText: string; headers: [string, string][]; body: ArrayBuffer }
  /** What the network said, with the codes that tell one fault from another. */
  | { fault: string };

export type ToWorker =
  Call | { kind: 'cancel'; id: number } | { kind: 'fetched'; id: number; outcome: FetchOutcome };

export type FromWorker =
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { kind: 'progress'; id: number; rows: number; ofRows: number | undefined }
  /** Electron's network is not in workers, so the main thread fetches for it. */
  | { kind: 'fetch'; id: number; url: string; init: FetchInit }
  | { kind: 'abortFetch'; id: number };

/** What the worker is started with. */
export interface WorkerSettings {
  dataFolder: string;
  /** Of the app, for the stamp of an export. */
  version: string;
  client?: Omit<ClientOptions, 'fetch'>;
}
