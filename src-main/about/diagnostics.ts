import type { About } from '../../src-shared/about.ts';
import type { Account } from '../../src-shared/account.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import type { SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import type { SessionErrors } from './session-errors.ts';

export interface DiagnosticFacts {
  versions: About['versions'];
  /** Such as `Linux 6.1.0 x64`. */
  system: string;
  /** Of the system. */
  locale: string;
  preferences: Preferences;
  /** eTelecom's own address; which another one an account has is not told. */
  defaultBaseUrl: string;
  accounts: readonly {
    account: Account;
    /** `null` where it cannot be read. */
    saved: SavedListStatus | null;
  }[];
  /** Of the file with the saved lists, in bytes. */
  storeBytes: number;
  errors: ReturnType<SessionErrors['all']>;
}

/**
 * What support needs to know, as text to read before it is sent. It is built from named facts only, so that no key, no
 * tenant, no account name, no address and no path of a file can be in it. In English whatever the language is, because
 * support reads it.
 */
export function writeDiagnostics(facts: DiagnosticFacts): string {
  const { versions, preferences, accounts, errors } = facts;
  const chromium = versions.chromium ?? 'none';
  return [
    `eTelecom Tenants ${versions.app}`,
    `Electron ${versions.electron ?? 'none'}, Chromium ${chromium}, Node ${versions.node}`,
    `System: ${facts.system}, ${facts.locale}`,
    `Language: ${preferences.language}, colors: ${preferences.colorScheme}, ` +
      `rows: ${preferences.density}, zoom: ${preferences.zoomPercent} %`,
    `Refresh at the start: ${preferences.refreshOnStart ? 'yes' : 'no'}, ` +
      `every ${preferences.refreshMinutes} minutes`,
    `Saved lists: ${(facts.storeBytes / 1_000_000).toFixed(1)} MB`,
    ...accounts.flatMap(({ account, saved }, index) => [
      '',
      `Account ${index + 1}: ${serverOf(account, facts.defaultBaseUrl)}`,
      ...savedLines(saved),
    ]),
    '',
    errors.length === 0 ? 'Errors of this session: none' : 'Errors of this session:',
    ...errors.map(({ at, channel, code }) => `  ${at} ${channel}: ${code}`),
    '',
  ].join('\n');
}

function serverOf(account: Account, defaultBaseUrl: string): string {
  if (account.kind === 'sample') return 'sample data';
  const address = account.baseUrl === defaultBaseUrl ? "eTelecom's address" : 'another address';
  return `${address}, key: ${account.keyStorage ?? 'none'}`;
}

function savedLines(saved: SavedListStatus | null): string[] {
  if (saved === null) return ['  Saved list: cannot be read'];
  const { state, tenants, fetchedAt, completeRun, interruptedRun } = saved;
  return [
    `  Saved list: ${state}, ${tenants} rows, fetched ${fetchedAt ?? 'never'}`,
    ...(completeRun === null ? [] : [runLine('Complete run', completeRun)]),
    ...(interruptedRun === null ? [] : [runLine('Broken run', interruptedRun)]),
  ];
}

function runLine(name: string, run: RefreshRun): string {
  const { rows, pages, milliseconds, duplicates, unreadableRows, isComplete, errorCode } = run;
  const end = isComplete ? 'to its end' : `broken off (${errorCode ?? 'no error'})`;
  return (
    `  ${name}: ${rows} rows on ${pages} pages in ${milliseconds} ms, ${duplicates} twice, ` +
    `${unreadableRows} unreadable, ${end}`
  );
}
