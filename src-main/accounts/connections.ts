import type { Account, Connection, ConnectRequest } from '../../src-shared/account.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { AccountsFile, StoredAccount } from './accounts-file.ts';

/** Where an account's tenants are asked for, and with which key. Never leaves the main process. */
export interface AccountCredentials {
  baseUrl: string;
  apiKey: string;
}

/** Which saved list is an account's. */
export interface SavedListName {
  /** One account has one list at each server, so that a list is never shown as another server's. */
  listId: string;
  /** The server's address; `null` for sample data. */
  baseUrl: string | null;
}

interface Parts {
  accountsFile: AccountsFile;
  keychain: {
    read(accountId: string): Promise<string>;
    save(accountId: string, apiKey: string): Promise<void>;
    remove(accountId: string): Promise<void>;
  };
  /** Understands what was typed, or throws an AppError that says what is wrong with it. */
  parseBaseUrl: (typed: string) => string;
  parseApiKey: (pasted: string) => string;
  usualBaseUrl: string;
  /** Asks the API for as little as it can be asked for; throws an AppError when that fails. */
  test: (credentials: AccountCredentials, signal: AbortSignal) => Promise<void>;
  startSampleServer: () => Promise<AccountCredentials>;
  /** Told of a list whose server the account has left for another. */
  onListLeft: (listId: string) => void;
}

/** Connects accounts to a server: keeps the address in the accounts file and the key in the keychain. */
export class Connections {
  readonly #parts: Parts;
  /** The keys in use, so that the keychain is asked once a session; for session-only keys the only place. */
  readonly #keys = new Map<string, string>();
  #sampleServer: Promise<AccountCredentials> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The accounts as the renderer may see them. @throws whatever the sample server fails to start with. */
  async accounts(): Promise<Account[]> {
    const { accountsFile, usualBaseUrl } = this.#parts;
    return Promise.all(
      accountsFile.all().map(async (account) => ({
        accountId: account.accountId,
        baseUrl: account.baseUrl ?? usualBaseUrl,
        connection: await this.#connectionOf(account),
      })),
    );
  }

  /**
   * Tests what was typed, then keeps it; a test that fails changes nothing.
   *
   * @throws AppError for what was typed, for the way to the API, `keychain_*`, or with a file code.
   */
  async connect(request: ConnectRequest, signal: AbortSignal): Promise<Connection> {
    const { accountsFile, parseBaseUrl, parseApiKey, test, onListLeft } = this.#parts;
    const { accountId, keyStorage } = request;
    const { baseUrl: leftUrl } = accountsFile.get(accountId);
    const baseUrl = parseBaseUrl(request.baseUrl);
    const apiKey = parseApiKey(request.apiKey);
    await test({ baseUrl, apiKey }, signal);
    const connection = { kind: 'partner', keyStorage } as const;
    if (keyStorage === 'keychain') await this.#saveKey(accountId, apiKey);
    await accountsFile.update(accountId, { baseUrl, connection });
    this.#keys.set(accountId, apiKey);
    if (keyStorage === 'session') await this.#removeOldKey(accountId);
    if (leftUrl !== null && leftUrl !== baseUrl) onListLeft(listIdOf(accountId, leftUrl));
    return { ...connection, baseUrl };
  }

  /**
   * The list that is saved for an account, whether or not its key is at hand: sample data's while they are looked at,
   * else the partner's.
   *
   * @throws AppError `not_connected` for an account that was never connected.
   */
  savedList(accountId: string): SavedListName {
    const { baseUrl, connection } = this.#parts.accountsFile.get(accountId);
    if (connection?.kind === 'sample') {
      return { listId: listIdOf(accountId, 'sample'), baseUrl: null };
    }
    if (baseUrl === null) throw notConnected();
    return { listId: listIdOf(accountId, baseUrl), baseUrl };
  }

  /** Starts the built-in server if it is not running and connects to it. */
  async connectSampleData(accountId: string): Promise<Connection> {
    const { baseUrl } = await this.#startSampleServer();
    const connection = { kind: 'sample', keyStorage: 'session' } as const;
    await this.#parts.accountsFile.update(accountId, { connection });
    return { ...connection, baseUrl };
  }

  /** Tests the connection an account has. @throws AppError like `connect`. */
  async test(accountId: string, signal: AbortSignal): Promise<void> {
    await this.#parts.test(await this.credentials(accountId), signal);
  }

  /** Removes the key for good; the address stays for the next time. @throws AppError `keychain_*` or a file code. */
  async forget(accountId: string): Promise<void> {
    const { accountsFile, keychain } = this.#parts;
    if (accountsFile.get(accountId).hasKeychainEntry) await keychain.remove(accountId);
    await accountsFile.update(accountId, { connection: null, hasKeychainEntry: false });
    this.#keys.delete(accountId);
  }

  /** @throws AppError `not_connected`, or `keychain_*` when the key cannot be read. */
  async credentials(accountId: string): Promise<AccountCredentials> {
    const { accountsFile, keychain } = this.#parts;
    const { baseUrl, connection } = accountsFile.get(accountId);
    if (connection?.kind === 'sample') return this.#startSampleServer();
    if (baseUrl === null || connection === null) throw notConnected();
    const known = this.#keys.get(accountId);
    if (known !== undefined) return { baseUrl, apiKey: known };
    if (connection.keyStorage === 'session') throw notConnected();
    const apiKey = await keychain.read(accountId);
    this.#keys.set(accountId, apiKey);
    return { baseUrl, apiKey };
  }

  async #connectionOf({
    accountId,
    baseUrl,
    connection,
  }: StoredAccount): Promise<Connection | null> {
    if (connection?.kind === 'sample') {
      return { ...connection, baseUrl: (await this.#startSampleServer()).baseUrl };
    }
    if (connection === null || baseUrl === null) return null;
    // A key that was for one session only is gone with that session.
    if (connection.keyStorage === 'session' && !this.#keys.has(accountId)) return null;
    return { ...connection, baseUrl };
  }

  /**
   * Between the new key and the new address the account is not connected: should the app end there, the key must not
   * be sent to the old address.
   */
  async #saveKey(accountId: string, apiKey: string): Promise<void> {
    const { accountsFile, keychain } = this.#parts;
    const { connection } = accountsFile.get(accountId);
    await accountsFile.update(accountId, { connection: null, hasKeychainEntry: true });
    try {
      await keychain.save(accountId, apiKey);
    } catch (error) {
      await accountsFile.update(accountId, { connection });
      throw error;
    }
  }

  /** A key that was replaced is of no use. Where the keychain fails, which is often why, it is left for `forget`. */
  async #removeOldKey(accountId: string): Promise<void> {
    const { accountsFile, keychain } = this.#parts;
    if (!accountsFile.get(accountId).hasKeychainEntry) return;
    const isRemoved = await keychain.remove(accountId).then(
      () => true,
      () => false,
    );
    if (isRemoved) await accountsFile.update(accountId, { hasKeychainEntry: false });
  }

  #startSampleServer(): Promise<AccountCredentials> {
    this.#sampleServer ??= this.#parts.startSampleServer().catch((error: unknown) => {
      this.#sampleServer = null;
      throw error;
    });
    return this.#sampleServer;
  }
}

function listIdOf(accountId: string, server: string): string {
  return `${accountId} ${server}`;
}

function notConnected() {
  return new AppError({ code: 'not_connected', message: 'The account is not connected' });
}
