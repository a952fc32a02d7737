import type { KeyStorage } from '../../src-shared/account.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Credentials } from '../etelecom/client.ts';
import type { AccountsFile } from './accounts-file.ts';

interface Keychain {
  read(accountId: string): Promise<string>;
  save(accountId: string, apiKey: string): Promise<void>;
  remove(accountId: string): Promise<void>;
}

/** The keys of the accounts. A key is kept in the keychain, or in memory until the app quits. */
export class AccountKeys {
  readonly #accountsFile: AccountsFile;
  readonly #keychain: Keychain;
  /**
   * The credentials in use. They save reads of the keychain, and hold the only copy of a key for one session. Key and
   * address are one record, so that a key is only sent to its own address.
   */
  readonly #credentials = new Map<string, Credentials>();

  constructor(accountsFile: AccountsFile, keychain: Keychain) {
    this.#accountsFile = accountsFile;
    this.#keychain = keychain;
  }

  /** Returns whether the key of an account is in memory. */
  isInMemory(accountId: string): boolean {
    return this.#credentials.has(accountId);
  }

  /**
   * Returns the key of an account together with its address.
   *
   * @throws AppError `not_connected` if the account has no key or its address changes meanwhile; `keychain_*` if the key
   * cannot be read.
   */
  async read(accountId: string): Promise<Credentials> {
    const { baseUrl, keyStorage } = this.#accountsFile.getPartner(accountId);
    const known = () => {
      const credentials = this.#credentials.get(accountId);
      return credentials?.baseUrl === baseUrl ? credentials : undefined;
    };
    const inMemory = keyStorage === null ? undefined : known();
    if (inMemory !== undefined) return inMemory;
    if (keyStorage !== 'keychain') throw notConnected();
    const apiKey = await this.#keychain.read(accountId);
    // Another key, perhaps for another address, may have been saved while the keychain was read.
    const account = this.#accountsFile.getPartner(accountId);
    if (account.baseUrl !== baseUrl || account.keyStorage !== keyStorage) throw notConnected();
    const credentials = known() ?? { baseUrl, apiKey };
    this.#credentials.set(accountId, credentials);
    return credentials;
  }

  /** Saves a key and its address. @throws AppError `keychain_*` or a file code; the old key then stays in use. */
  async save(accountId: string, credentials: Credentials, keyStorage: KeyStorage): Promise<void> {
    const { baseUrl, apiKey } = credentials;
    if (keyStorage === 'keychain') await this.#saveToKeychain(accountId, apiKey);
    await this.#accountsFile.updatePartner(accountId, { baseUrl, keyStorage });
    this.#credentials.set(accountId, { baseUrl, apiKey });
    if (keyStorage === 'session') await this.#removeOldKey(accountId);
  }

  /** Removes the key of an account. @throws AppError `keychain_*` or a file code; the account then keeps its key. */
  async remove(accountId: string): Promise<void> {
    const { hasKeychainEntry } = this.#accountsFile.getPartner(accountId);
    if (hasKeychainEntry) await this.#keychain.remove(accountId);
    await this.#accountsFile.updatePartner(accountId, {
      keyStorage: null,
      hasKeychainEntry: false,
    });
    this.#credentials.delete(accountId);
  }

  /**
   * Saves a key to the keychain. Until the new address is saved too, the account is not connected: if the app ends in
   * between, the new key must not be sent to the old address.
   */
  async #saveToKeychain(accountId: string, apiKey: string): Promise<void> {
    const { keyStorage } = this.#accountsFile.getPartner(accountId);
    await this.#accountsFile.updatePartner(accountId, { keyStorage: null, hasKeychainEntry: true });
    try {
      await this.#keychain.save(accountId, apiKey);
    } catch (error) {
      await this.#accountsFile.updatePartner(accountId, { keyStorage });
      throw error;
    }
  }

  /**
   * Removes the key that a key for one session replaces. Users often choose such a key because the keychain fails, so
   * errors are ignored; `remove` tries again.
   */
  async #removeOldKey(accountId: string): Promise<void> {
    if (!this.#accountsFile.getPartner(accountId).hasKeychainEntry) return;
    const isRemoved = await this.#keychain.remove(accountId).then(
      () => true,
      () => false,
    );
    if (isRemoved) await this.#accountsFile.updatePartner(accountId, { hasKeychainEntry: false });
  }
}

function notConnected(): AppError {
  return new AppError({ code: 'not_connected', message: 'The account is not connected' });
}
