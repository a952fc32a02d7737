import type { ChannelName } from './channel-names.ts';
import type { Notice, RequestOf, ResponseOf } from './channels.ts';
import type { CommandName } from './commands.ts';
import type { Result } from './errors.ts';
import type { ProxyQuestion } from './proxy-login.ts';
import type { Retry } from './retry.ts';
import type { UpdateStatus } from './updates.ts';

/** The progress of the request named `requestId`. */
export interface Progress {
  requestId: string;
  /** Tenants fetched so far. */
  rows: number;
  /** The number of tenants of the last complete run, if there is one. */
  ofRows?: number;
  /** While the app waits to repeat a request. */
  retry?: Retry;
}

/** Events that the main process sends to the renderer. */
export interface Events {
  progress: Progress;
  /** The user chose a command in the menu. */
  command: CommandName;
  /** A problem found while the app runs. What was read from the saved lists before is out of date. */
  notice: Notice;
  /** Saved lists were refreshed or exported by a command of the command line. */
  listsChanged: null;
  /** What is known about a newer version has changed. */
  updateStatus: UpdateStatus;
  /** A proxy asks for a password; `null` if its question is no longer open. */
  proxyQuestion: ProxyQuestion | null;
}

/** The object that the preload adds to `window`. A request with an id can be canceled and reports progress. */
export type Bridge = {
  [Name in ChannelName]: (
    request: RequestOf<Name>,
    requestId?: string,
  ) => Promise<Result<ResponseOf<Name>>>;
} & {
  /** Calls `listener` for the progress of any request. Returns a function that removes the listener. */
  onProgress: (listener: (progress: Progress) => void) => () => void;
  /** Calls `listener` for every command chosen in the menu. Returns a function that removes the listener. */
  onCommand: (listener: (name: CommandName) => void) => () => void;
  /** Calls `listener` for every problem found while the app runs. Returns a function that removes the listener. */
  onNotice: (listener: (notice: Notice) => void) => () => void;
  /** Calls `listener` each time what was read from the saved lists is out of date. Returns a function that removes it. */
  onListsChanged: (listener: () => void) => () => void;
  /** Calls `listener` when the question of a proxy changes. Returns a function that removes the listener. */
  onProxyQuestion: (listener: (question: ProxyQuestion | null) => void) => () => void;
  /** Calls `listener` when the status of updates has changed. Returns a function that removes the listener. */
  onUpdateStatus: (listener: (status: UpdateStatus) => void) => () => void;
};
