import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { AccountsFile } from './accounts-file.ts';

interface Work {
  /** The account that the work uses, or `allAccounts`. */
  accountId: string;
  controller: AbortController;
  ended: Promise<unknown>;
}

/**
 * The work that uses each account. An account that is being removed accepts no new work, and is removed when its running
 * work has ended. Otherwise a key or rows could be saved for an account that no longer exists.
 */
export class AccountWork {
  readonly #accounts: Pick<AccountsFile, 'get'>;
  readonly #running = new Set<Work>();
  readonly #leaving = new Set<string>();

  constructor(accounts: Pick<AccountsFile, 'get'>) {
    this.#accounts = accounts;
  }

  /**
   * Runs work that uses an account, or `allAccounts`.
   *
   * @param work gets a signal that is also aborted when the account is removed. Work that ignores it delays the removal.
   * @throws AppError `account_leaving` if the account is being removed, `not_connected` if there is no such account, and
   * whatever the work throws.
   */
  async run<Value>(
    accountId: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    const isLeaving =
      accountId === allAccounts ? this.#leaving.size > 0 : this.#leaving.has(accountId);
    if (isLeaving) throw leaving();
    if (accountId !== allAccounts) this.#accounts.get(accountId);
    const controller = new AbortController();
    const start = async () => work(AbortSignal.any([signal, controller.signal]));
    const ended = start();
    const running = { accountId, controller, ended };
    this.#running.add(running);
    try {
      return await ended;
    } finally {
      this.#running.delete(running);
    }
  }

  /**
   * Cancels the work of an account, waits until it has ended, and removes the account. If the removal fails, the account
   * accepts work again.
   *
   * @throws AppError `account_leaving` if the account is already being removed, and whatever `remove` throws.
   */
  async leave(accountId: string, remove: () => Promise<void>): Promise<void> {
    if (this.#leaving.has(accountId)) throw leaving();
    this.#leaving.add(accountId);
    try {
      const running = [...this.#running].filter((work) =>
        [accountId, allAccounts].includes(work.accountId),
      );
      for (const work of running) if (work.accountId === accountId) work.controller.abort();
      await Promise.allSettled(running.map(({ ended }) => ended));
      await remove();
    } finally {
      this.#leaving.delete(accountId);
    }
  }
}

function leaving(): AppError {
  return new AppError({ code: 'account_leaving', message: 'The account is being removed' });
}
