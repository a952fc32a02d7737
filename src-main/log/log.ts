import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { describeError } from './describe-error.ts';

/** What the log can report. */
export type LogEvent =
  | 'appStarted'
  | 'appNotStarted'
  | 'appQuits'
  | 'updateFailed'
  | 'sessionEnds'
  | 'workNotFinished'
  | 'secondStart'
  | 'secondStartNotAnswered'
  | 'commandEnded'
  | 'scheduleNotAdded'
  | 'scheduledRunNotKept'
  | 'uncaughtError'
  | 'facilityFailed'
  | 'callEnded'
  | 'callFailed'
  | 'workerFailed'
  | 'workerEnded'
  | 'workerHung'
  | 'workerNotClosed'
  | 'policyUnreadable'
  | 'storeNotOpened'
  | 'annotationsNotOpened'
  | 'storeDamaged'
  | 'storeChecked'
  | 'hotlinesNotRead'
  | 'listNotRemoved'
  | 'windowStateNotSaved'
  | 'noticesNotKept'
  | 'exportChoicesNotSaved'
  | 'exportNotRemembered'
  | 'exportNotMarked'
  | 'partialFileNotRemoved'
  | 'pageCrashed'
  | 'pageHung'
  | 'pageNotLoaded';

/** The parts of the operating system that the app can do without. */
export type Facility =
  | 'appId'
  | 'applicationMenu'
  | 'colorScheme'
  | 'dialog'
  | 'displays'
  | 'dock'
  | 'downloadsFolder'
  | 'language'
  | 'notification'
  | 'powerMonitor'
  | 'progressBar'
  | 'secondStart'
  | 'system'
  | 'windowState'
  | 'zoom';

/**
 * What an entry of the log can contain. This is all: no field can hold the name of an account or a tenant, an id, an
 * address, a path or a key.
 */
export interface LogDetails {
  channel?: ChannelName;
  code?: ErrorCode;
  facility?: Facility;
  /** Why a page is gone. */
  reason?: PageGoneReason;
  exitCode?: number;
  milliseconds?: number;
  /** Only its type, its code and the places in the source are logged. */
  error?: unknown;
}

/** Electron's reasons: https://www.electronjs.org/docs/latest/api/structures/render-process-gone-details */
type PageGoneReason =
  | 'clean-exit'
  | 'abnormal-exit'
  | 'killed'
  | 'crashed'
  | 'oom'
  | 'launch-failed'
  | 'integrity-failure'
  | 'memory-eviction';

/** Writes an entry to the log. Never throws. */
export type Log = (event: LogEvent, details?: LogDetails) => void;

/** An entry as it is written. The worker sends its entries to the main thread in this form. */
export interface LogEntry {
  level: 'info' | 'error';
  text: string;
}

/** Returns the entry of an event. An entry with an error has more than one line. */
export function toLogEntry(
  event: LogEvent,
  { channel, code, facility, reason, exitCode, milliseconds, error }: LogDetails = {},
): LogEntry {
  // Written out, so that a field that a caller adds by mistake is not logged.
  const fields: Record<Exclude<keyof LogDetails, 'error'>, string | number | undefined> = {
    ...{ channel, code, facility, reason, exitCode, milliseconds },
  };
  const words = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  const text = [event, ...words].join(' ');
  return error === undefined
    ? { level: 'info', text }
    : { level: 'error', text: `${text} ${describeError(error)}` };
}
