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

/** What a refresh of a command needs. */
export interface TurnParts extends RefreshParts {
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

/** How the refresh of an account has ended. */
type Outcome = { account: NamedAccount } & ({ run: RefreshRun } | { error: unknown });

/**
 * Refreshes the lists of accounts, one after the other. Resumes a full run that was interrupted. If the refresh of an
 * account fails, the others are still refreshed. With several accounts, skips those whose server has no hotlines. The
 * error of an account is `refresh_running` if another refresh of its list does not end.
 *
 * @throws AppError `canceled`
 */
export async function refreshInTurn(
  accounts: readonly NamedAccount[],
  parts: TurnParts,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  try {
    for (const account of accounts) {
      try {
        outcomes.push({ account, run: await refreshWhenFree(account, parts) });
      } catch (error) {
        if (parts.signal.aborted) throw error;
        if (accounts.length === 1 || !isMissingCall(error, parts)) {
          outcomes.push({ account, error });
        }
      }
    }
  } finally {
    parts.onListsChanged();
  }
  return outcomes;
}

function isMissingCall(error: unknown, { records }: TurnParts): boolean {
  return records === 'hotlines' && error instanceof AppError && lacksCall(error.code);
}

async function refreshWhenFree(account: NamedAccount, parts: TurnParts): Promise<RefreshRun> {
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

async function refresh({ accountId, name }: NamedAccount, parts: TurnParts): Promise<RefreshRun> {
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
