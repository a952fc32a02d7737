import type { KeyStorage } from '../../src-shared/account.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Credentials } from '../etelecom/client.ts';
import { untilAborted } from '../rpc/until-aborted.ts';
import type { AccountsFile } from './accounts-file.ts';
import { keyForOtherAddress, readKeyRecord, writeKeyRecord } from './key-record.ts';

interface Keychain {
  read(accountId: string): Promise<string>;
  /** Returns a function that restores the entry that was there before. */
  save(accountId: string, secret: string, signal?: AbortSignal): Promise<() => Promise<void>>;
  remove(accountId: string, signal?: AbortSignal): Promise<void>;
}

/**
 * How long a key from the keychain stays in memory after its last use, in milliseconds. A refresh uses the key for every
 * page, and each read of the keychain may ask the user.
 */
const releaseDelay = 60_000;

/**
 * The keys of the accounts. A key is kept in the keychain, or in memory until the app quits. Key and address are one
 * record in both places, so that a key is only sent to the address it was entered with.
 */
export class AccountKeys {
  readonly #accountsFile: AccountsFile;
  readonly #keychain: Keychain;
  /** The records in use, and those with the only copy of a key for one session. */
  readonly #inMemory = new Map<string, Credentials>();
  /** The timers that remove records from memory. */
  readonly #releases = new Map<string, NodeJS.Timeout>();
  /** The running read of each account's entry. A read whose promise is no longer here is void. */
  readonly #reads = new Map<string, Promise<void>>();
  /** The last change of each account's key. */
  readonly #changes = new Map<string, Promise<unknown>>();

  constructor(accountsFile: AccountsFile, keychain: Keychain) {
    this.#accountsFile = accountsFile;
    this.#keychain = keychain;
  }

  /** Returns whether the key of an account is in memory. */
  isInMemory(accountId: string): boolean {
    return this.#inMemory.has(accountId);
  }

  /**
   * Returns the key of an account together with its address. If the key is changed while the keychain is read, what was
   * read is dropped and the new key is returned.
   *
   * @throws AppError `key_not_saved` if the account has no key any more; `not_connected` if there is no such account;
   * `key_for_other_address` if its key was entered with another address; `keychain_*` if the key cannot be read;
   * `canceled`.
   */
  async read(accountId: string, signal?: AbortSignal): Promise<Credentials> {
    for (;;) {
      const change = this.#changes.get(accountId);
      if (change !== undefined) {
        await untilAborted(change, signal);
        continue;
      }
      const { baseUrl, keyStorage } = this.#accountsFile.getPartner(accountId);
      const credentials = this.#inMemory.get(accountId);
      if (keyStorage === null || (keyStorage === 'session' && credentials === undefined)) {
        // An account is only added together with a key.
        throw new AppError({ code: 'key_not_saved', message: 'The account has no key any more' });
      }
      if (credentials === undefined) {
        await untilAborted(this.#readEntry(accountId), signal);
        continue;
      }
      if (keyStorage === 'keychain') this.#releaseLater(accountId, credentials);
      if (credentials.baseUrl !== baseUrl) throw keyForOtherAddress();
      return credentials;
    }
  }

  /**
   * Checks that no account other than `accountId` has the same key for the same server. A key that cannot be read is not
   * compared: its account may have no key, or the keychain may be locked.
   *
   * @throws AppError `key_already_added`; `canceled`.
   */
  async assertNew(
    accountId: string,
    { baseUrl, apiKey }: Credentials,
    signal: AbortSignal,
  ): Promise<void> {
    for (const other of this.#accountsFile.all()) {
      if (other.kind !== 'partner' || other.accountId === accountId) continue;
      if (originOf(other.baseUrl) !== originOf(baseUrl)) continue;
      const known = await this.read(other.accountId, signal).catch(() => null);
      if (signal.aborted) throw new AppError({ code: 'canceled', message: 'Canceled' });
      if (known?.apiKey !== apiKey) continue;
      throw new AppError({
        code: 'key_already_added',
        message: 'Another account has this key',
        account: { accountId: other.accountId, name: other.name },
      });
    }
  }

  /** Saves a key and its address. @throws AppError `keychain_*`, `canceled` or a file code; the old key stays in use. */
  save(
    accountId: string,
    { baseUrl, apiKey }: Credentials,
    keyStorage: KeyStorage,
    signal?: AbortSignal,
  ): Promise<void> {
    return this.#change(accountId, async () => {
      const credentials = { baseUrl, apiKey };
      if (keyStorage === 'keychain') await this.#saveToKeychain(accountId, credentials, signal);
      else await this.#accountsFile.updatePartner(accountId, { baseUrl, keyStorage });
      this.#inMemory.set(accountId, credentials);
      if (keyStorage === 'keychain') this.#releaseLater(accountId, credentials);
      if (keyStorage === 'session') await this.#removeOldKey(accountId, signal);
    });
  }

  /** Removes the key of an account. @throws AppError `keychain_*` or a file code; the account then keeps its key. */
  remove(accountId: string, signal?: AbortSignal): Promise<void> {
    return this.#change(accountId, async () => {
      const { hasKeychainEntry } = this.#accountsFile.getPartner(accountId);
      if (hasKeychainEntry) await this.#keychain.remove(accountId, signal);
      await this.#accountsFile.updatePartner(accountId, {
        keyStorage: null,
        hasKeychainEntry: false,
      });
      this.#inMemory.delete(accountId);
    });
  }

  /** Removes a record from memory some time after its last use. */
  #releaseLater(accountId: string, credentials: Credentials): void {
    const release = () => {
      // Timers that have ended still hold their function, and with it the key.
      if (this.#releases.get(accountId) === timer) this.#releases.delete(accountId);
      if (this.#inMemory.get(accountId) === credentials) this.#inMemory.delete(accountId);
    };
    clearTimeout(this.#releases.get(accountId));
    const timer = setTimeout(release, releaseDelay).unref();
    this.#releases.set(accountId, timer);
  }

  /** Runs the changes of an account one after the other. Makes a running read void; later ones wait for the change. */
  async #change(accountId: string, change: () => Promise<void>): Promise<void> {
    this.#reads.delete(accountId);
    const changing = (this.#changes.get(accountId) ?? Promise.resolve()).then(change);
    const ended = changing
      .catch(() => undefined)
      .then(() => {
        if (this.#changes.get(accountId) === ended) this.#changes.delete(accountId);
      });
    this.#changes.set(accountId, ended);
    await changing;
  }

  /** Reads an account's entry into memory, once for all that ask at the same time. */
  #readEntry(accountId: string): Promise<void> {
    const isCurrent = () => this.#reads.get(accountId) === reading;
    const read = async () => {
      try {
        const credentials = readKeyRecord(await this.#keychain.read(accountId));
        if (!isCurrent()) return;
        this.#inMemory.set(accountId, credentials);
        // All callers may have been canceled meanwhile.
        this.#releaseLater(accountId, credentials);
      } catch (error) {
        // The error of a void read says nothing about the key that is there now.
        if (isCurrent()) throw error;
      } finally {
        if (isCurrent()) this.#reads.delete(accountId);
      }
    };
    const reading = this.#reads.get(accountId) ?? read();
    this.#reads.set(accountId, reading);
    return reading;
  }

  async #saveToKeychain(
    accountId: string,
    credentials: Credentials,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { baseUrl } = credentials;
    // Saved first, so that the entry is removed with the account even if the app ends in between.
    await this.#accountsFile.updatePartner(accountId, { hasKeychainEntry: true });
    const restore = await this.#keychain.save(accountId, writeKeyRecord(credentials), signal);
    try {
      await this.#accountsFile.updatePartner(accountId, { baseUrl, keyStorage: 'keychain' });
    } catch (error) {
      await restore().catch(() => undefined);
      throw error;
    }
  }

  /**
   * Removes the key that a key for one session replaces. Users often choose such a key because the keychain fails, so
   * errors are ignored; `remove` tries again.
   */
  async #removeOldKey(accountId: string, signal: AbortSignal | undefined): Promise<void> {
    if (!this.#accountsFile.getPartner(accountId).hasKeychainEntry) return;
    const isRemoved = await this.#keychain.remove(accountId, signal).then(
      () => true,
      () => false,
    );
    if (isRemoved) await this.#accountsFile.updatePartner(accountId, { hasKeychainEntry: false });
  }
}

function originOf(baseUrl: string): string | undefined {
  return URL.parse(baseUrl)?.origin;
}
