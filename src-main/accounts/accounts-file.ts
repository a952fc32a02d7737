import { join } from 'node:path';
import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import { JsonFile, type ChangeOptions } from '../files/json-file.ts';
import {
  createAccountsFormat,
  type StoredAccount,
  type StoredAccounts,
  type StoredPartner,
} from './stored-accounts.ts';

/** The accounts of this computer, without their keys. */
export class AccountsFile {
  readonly #file: JsonFile<StoredAccounts>;
  readonly #onChange: () => void;

  /**
   * @param dataFolder the app's own folder for this user.
   * @param sampleName the name of an account with sample data that has no valid name in the file.
   * @param onChange called after every saved change.
   */
  constructor(dataFolder: string, sampleName: string, onChange: () => void) {
    this.#onChange = onChange;
    this.#file = new JsonFile(join(dataFolder, 'accounts.json'), createAccountsFormat(sampleName));
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  all(): readonly StoredAccount[] {
    return this.#file.content.accounts;
  }

  has(accountId: string): boolean {
    return this.all().some((account) => account.accountId === accountId);
  }

  /** Returns the account that was shown last, or `allAccounts`; `null` if there is no account. */
  shownAccountId(): string | null {
    const { accounts, shownAccountId } = this.#file.content;
    if (shownAccountId === allAccounts && accounts.length > 1) return allAccounts;
    const isThere = accounts.some(({ accountId }) => accountId === shownAccountId);
    return isThere ? shownAccountId : (accounts[0]?.accountId ?? null);
  }

  /** @throws AppError `not_connected` if there is no such account. */
  get(accountId: string): StoredAccount {
    const account = this.all().find((candidate) => candidate.accountId === accountId);
    if (account === undefined) {
      throw new AppError({ code: 'not_connected', message: 'There is no such account' });
    }
    return account;
  }

  /** @throws AppError `not_connected` if there is no such account, or if the account has sample data. */
  getPartner(accountId: string): StoredPartner {
    const account = this.get(accountId);
    if (account.kind === 'partner') return account;
    throw new AppError({
      code: 'not_connected',
      message: 'An account with sample data has no address',
    });
  }

  /** Adds an account at the end and saves it as the shown one. @throws AppError with a file code. */
  add(account: StoredAccount): Promise<void> {
    return this.#change(({ accounts }) => ({
      accounts: [...accounts, account],
      shownAccountId: account.accountId,
    }));
  }

  /** @throws AppError with a file code; the account is then not changed. */
  changeLook(accountId: string, look: Pick<StoredAccount, 'name' | 'color'>): Promise<void> {
    return this.#replace(accountId, (account) => ({ ...account, ...look }));
  }

  /** @throws AppError with a file code; the account is then not changed. */
  updatePartner(
    accountId: string,
    change: Partial<Pick<StoredPartner, 'baseUrl' | 'keyStorage' | 'hasKeychainEntry'>>,
  ): Promise<void> {
    return this.#replace(accountId, (account) =>
      account.kind === 'partner' ? { ...account, ...change } : account,
    );
  }

  /** Saves which account is shown, or `allAccounts`. @throws AppError with a file code. */
  show(accountId: string): Promise<void> {
    return this.#change((stored) => ({ ...stored, shownAccountId: accountId }));
  }

  /**
   * Removes an account, also from the previous version. If it was shown, the account before it is shown next, or else the
   * first one.
   *
   * @throws AppError with a file code; the account then remains.
   */
  remove(accountId: string): Promise<void> {
    return this.#change(
      ({ accounts, shownAccountId }) => {
        const at = accounts.findIndex((account) => account.accountId === accountId);
        const left = accounts.filter((account) => account.accountId !== accountId);
        const neighbor = left[Math.max(0, at - 1)]?.accountId ?? null;
        return {
          accounts: left,
          shownAccountId: shownAccountId === accountId ? neighbor : shownAccountId,
        };
      },
      { keepsPrevious: false },
    );
  }

  #replace(accountId: string, change: (account: StoredAccount) => StoredAccount): Promise<void> {
    return this.#change((stored) => ({
      ...stored,
      accounts: stored.accounts.map((account) =>
        account.accountId === accountId ? change(account) : account,
      ),
    }));
  }

  async #change(
    change: (stored: StoredAccounts) => StoredAccounts,
    options?: ChangeOptions,
  ): Promise<void> {
    await this.#file.change(change, options);
    this.#onChange();
  }
}
