import { setTimeout as delay } from 'node:timers/promises';
import type { TFunction } from 'i18next';
import { AppError } from '../../src-shared/errors.ts';
import { lacksCall } from '../../src-shared/lacks-call.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import { refreshList, type RefreshParts } from '../refresh/refresh-list.ts';

/** How long a command waits for a refresh that the app has started, in milliseconds. */
const longestWait = 15 * 60_000;
const pollMilliseconds = 500;

interface Parts extends RefreshParts {
  signal: AbortSignal;
  onProgress: (text: string) => void;
  onListsChanged: () => void;
  /** What is refreshed; by default the tenants. */
  records?: RecordKind;
  translate: TFunction;
}

interface NamedAccount {
  accountId: string;
  name: string;
}

/**
 * Refreshes the lists of accounts, one after the other. Resumes a full run that was interrupted. Of several accounts,
 * those whose server does not list hotlines are left out.
 *
 * @throws AppError of the first refresh that fails; `refresh_running` if another one of the list does not end.
 */
export async function refreshInTurn(
  accounts: readonly NamedAccount[],
  parts: Parts,
): Promise<RefreshRun[]> {
  const runs: RefreshRun[] = [];
  try {
    for (const account of accounts) {
      try {
        runs.push(await refreshWhenFree(account, parts));
      } catch (error) {
        if (accounts.length === 1 || !isMissingCall(error, parts)) throw error;
      }
    }
  } finally {
    parts.onListsChanged();
  }
  return runs;
}

function isMissingCall(error: unknown, { records }: Parts): boolean {
  return records === 'hotlines' && error instanceof AppError && lacksCall(error.code);
}

async function refreshWhenFree(account: NamedAccount, parts: Parts): Promise<RefreshRun> {
  const { signal, onProgress, translate } = parts;
  const end = performance.now() + longestWait;
  for (;;) {
    try {
      return await refresh(account, parts);
    } catch (error) {
      const isRunning = error instanceof AppError && error.code === 'refresh_running';
      if (!isRunning || performance.now() > end) throw error;
      onProgress(translate('commandLine.waitingForRefresh', { account: account.name }));
      await delay(pollMilliseconds, undefined, { signal }).catch(throwCanceled);
    }
  }
}

async function refresh({ accountId, name }: NamedAccount, parts: Parts): Promise<RefreshRun> {
  const { lists, connections, signal, onProgress, translate, records } = parts;
  const listIds = [connections.savedList(accountId, records).listId];
  const { interruptedRun } = await lists.call('getSavedList', { listIds });
  const mode = interruptedRun?.kind === 'full' ? 'resume' : 'quick';
  const report = (rows: number, ofRows: number | undefined, isWaiting: boolean) => {
    const values = { account: name, count: rows, ofRows };
    if (isWaiting) onProgress(translate('commandLine.retrying', values));
    else if (ofRows === undefined) onProgress(translate('commandLine.refreshing', values));
    else onProgress(translate('commandLine.refreshingOf', values));
  };
  const context = {
    signal,
    onProgress: (rows: number, ofRows?: number, retry?: object) =>
      report(rows, ofRows, retry !== undefined),
  };
  return refreshList({ accountId, records, mode, filter: {} }, context, parts);
}

function throwCanceled(cause: unknown): never {
  throw new AppError({ code: 'canceled', message: 'The command was canceled' }, { cause });
}
