import type { About } from '../../src-shared/about.ts';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import type { RecentErrors } from './recent-errors.ts';

export interface DiagnosticFacts {
  versions: About['versions'];
  /** The operating system, such as `Linux 6.1.0 x64`. */
  system: string;
  /** The locale of the operating system. */
  locale: string;
  preferences: Preferences;
  /** eTelecom's own address. Other addresses are not disclosed. */
  defaultBaseUrl: string;
  accounts: readonly {
    account: Account;
    /** `null` if the saved list cannot be read. */
    saved: SavedListStatus | null;
  }[];
  /** The size of the files with the saved lists, in bytes; `null` if it cannot be read. */
  storeBytes: number | null;
  errors: ReturnType<RecentErrors['all']>;
}

/**
 * Returns the text that a user can send to support. It contains selected facts only: no keys, tenants, account names,
 * addresses or file paths. It is always in English, because support reads it.
 */
export function writeDiagnostics(facts: DiagnosticFacts): string {
  const { versions, preferences, accounts, errors } = facts;
  const minutes = preferences.refreshMinutes;
  const chromium = versions.chromium ?? 'none';
  return [
    `eTelecom Tenants ${versions.app}`,
    `Electron ${versions.electron ?? 'none'}, Chromium ${chromium}, Node ${versions.node}`,
    `System: ${facts.system}, ${facts.locale}`,
    `Language: ${preferences.language}, colors: ${preferences.colorScheme}, ` +
      `rows: ${preferences.density}, zoom: ${preferences.zoomPercent} %`,
    `Refresh at the start: ${preferences.refreshOnStart ? 'yes' : 'no'}, ` +
      `automatically: ${minutes === 0 ? 'off' : `every ${minutes} minutes`}`,
    `Saved lists: ${describeSize(facts.storeBytes)}`,
    ...accounts.flatMap(({ account, saved }, index) => [
      '',
      `Account ${index + 1}: ${describeServer(account, facts.defaultBaseUrl)}`,
      ...describeSavedList(saved),
    ]),
    '',
    errors.length === 0 ? 'Errors of this session: none' : 'Errors of this session:',
    ...errors.map(({ at, channel, code }) => `  ${at} ${channel}: ${code}`),
    '',
  ].join('\n');
}

function describeSize(bytes: number | null): string {
  return bytes === null ? 'size cannot be read' : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function describeServer(account: Account, defaultBaseUrl: string): string {
  if (account.kind === 'sample') return 'sample data';
  const address = account.baseUrl === defaultBaseUrl ? "eTelecom's address" : 'another address';
  return `${address}, key: ${account.keyStorage ?? 'none'}`;
}

function describeSavedList(saved: SavedListStatus | null): string[] {
  if (saved === null) return ['  Saved list: cannot be read'];
  const { state, tenants, fetchedAt, completeRun, interruptedRun } = saved;
  return [
    `  Saved list: ${state}, ${tenants} rows, fetched ${fetchedAt ?? 'never'}`,
    ...(completeRun === null ? [] : [describeRun('Complete run', completeRun)]),
    ...(interruptedRun === null ? [] : [describeRun('Interrupted run', interruptedRun)]),
  ];
}

function describeRun(name: string, run: RefreshRun): string {
  const { rows, pages, milliseconds, duplicates, unreadableRows, isComplete, errorCode } = run;
  const end = isComplete ? 'complete' : `interrupted (${errorCode ?? 'no error'})`;
  return (
    `  ${name}: ${rows} rows on ${pages} pages in ${milliseconds} ms, ${duplicates} duplicate, ` +
    `${unreadableRows} unreadable, ${end}`
  );
}
