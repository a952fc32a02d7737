import { randomUUID } from 'node:crypto';
import {
  accountSchema,
  type Account,
  type AccountColor,
  type AddAccountRequest,
  type ConnectRequest,
} from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { AccountsFile } from './accounts-file.ts';
import { listIdOf, savedListOf, type SavedListOf } from './saved-list-of.ts';
import { freeColor, freeName, hostOf, type StoredAccount } from './stored-accounts.ts';

/** Where an account's tenants are asked for, and with which key. Never leaves the main process. */
export interface AccountCredentials {
  baseUrl: string;
  apiKey: string;
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
  /** Asks the API for as little as it can be asked for; throws an AppError when that fails. */
  test: (credentials: AccountCredentials, signal: AbortSignal) => Promise<void>;
  startSampleServer: () => Promise<AccountCredentials>;
  /** What an account of sample data is called when it is added. */
  sampleName: () => string;
  /** Told of a list whose server the account has left for another. */
  onListLeft: (listId: string) => void;
}

/** Connects accounts to their servers: keeps addresses in the accounts file and keys in the keychain. */
export class Connections {
  readonly #parts: Parts;
  /** The keys in use, so that the keychain is asked once a session; for session-only keys the only place. */
  readonly #keys = new Map<string, string>();
  #sampleServer: Promise<AccountCredentials> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The accounts as the renderer may see them, in the order they were added. */
  accounts(): Account[] {
    return this.#parts.accountsFile.all().map((account) => this.#seen(account));
  }

  /** @throws AppError `not_connected` for an account that is not there. */
  accountName(accountId: string): string {
    return this.#parts.accountsFile.get(accountId).name;
  }

  /**
   * Tests what was typed, then keeps it as a new account; a test that fails changes nothing.
   *
   * @throws AppError for what was typed, for the way to the API, `keychain_*`, or with a file code.
   */
  async add(request: AddAccountRequest, signal: AbortSignal): Promise<Account> {
    const { accountsFile } = this.#parts;
    const credentials = await this.#tested(request, signal);
    const accountId = randomUUID();
    const defaultName = freeName(hostOf(credentials.baseUrl), accountsFile.all());
    await accountsFile.add({
      kind: 'partner',
      accountId,
      name: request.name === '' ? defaultName : request.name,
      color: freeColor(accountsFile.all()),
      baseUrl: credentials.baseUrl,
      keyStorage: null,
      hasKeychainEntry: false,
    });
    try {
      await this.#keep(accountId, credentials, request.keyStorage);
    } catch (error) {
      await accountsFile.remove(accountId);
      throw error;
    }
    return this.#seen(accountsFile.get(accountId));
  }

  /** The account of sample data, made if there is none: one is enough, they are the same for all. */
  async addSampleData(): Promise<Account> {
    const { accountsFile, sampleName } = this.#parts;
    const known = accountsFile.all().find(({ kind }) => kind === 'sample');
    if (known !== undefined) return this.#seen(known);
    const name = freeName(sampleName(), accountsFile.all());
    const color = freeColor(accountsFile.all());
    const account: StoredAccount = { kind: 'sample', accountId: randomUUID(), name, color };
    await accountsFile.add(account);
    return this.#seen(account);
  }

  /**
   * Gives an account another key, and another address if one was typed; a test that fails changes nothing.
   *
   * @throws AppError like `add`.
   */
  async connect(request: ConnectRequest, signal: AbortSignal): Promise<Account> {
    const { accountsFile, onListLeft } = this.#parts;
    const { accountId, keyStorage } = request;
    const { baseUrl: leftUrl } = accountsFile.getPartner(accountId);
    const credentials = await this.#tested(request, signal);
    await this.#keep(accountId, credentials, keyStorage);
    if (leftUrl !== credentials.baseUrl) onListLeft(listIdOf(accountId, leftUrl));
    return this.#seen(accountsFile.get(accountId));
  }

  /** @throws AppError `not_connected` for an account that is not there, or with a file code. */
  async changeLook(
    accountId: string,
    look: { name: string; color: AccountColor },
  ): Promise<Account> {
    const { accountsFile } = this.#parts;
    await accountsFile.updateLook(accountId, look);
    return this.#seen(accountsFile.get(accountId));
  }

  /** The list that is saved for an account, whether or not its key is at hand. @throws AppError `not_connected`. */
  savedList(accountId: string): SavedListOf {
    return savedListOf(this.#parts.accountsFile.get(accountId));
  }

  /** The list of one account, or those of `allAccounts` in their order. @throws AppError `not_connected`. */
  savedLists(accountId: string): SavedListOf[] {
    if (accountId !== allAccounts) return [this.savedList(accountId)];
    return this.#parts.accountsFile.all().map(savedListOf);
  }

  /** Tests the connection an account has. @throws AppError like `add`. */
  async test(accountId: string, signal: AbortSignal): Promise<void> {
    await this.#parts.test(await this.credentials(accountId), signal);
  }

  /**
   * Removes the key for good; the address stays for the next time. Sample data have none.
   *
   * @throws AppError `keychain_*` or a file code; the account is then still connected.
   */
  async forget(accountId: string): Promise<Account> {
    const { accountsFile, keychain } = this.#parts;
    const account = accountsFile.get(accountId);
    if (account.kind === 'partner') {
      if (account.hasKeychainEntry) await keychain.remove(accountId);
      await accountsFile.updatePartner(accountId, { keyStorage: null, hasKeychainEntry: false });
      this.#keys.delete(accountId);
    }
    return this.#seen(accountsFile.get(accountId));
  }

  /** @throws AppError `not_connected`, or `keychain_*` when the key cannot be read. */
  async credentials(accountId: string): Promise<AccountCredentials> {
    const { accountsFile, keychain } = this.#parts;
    const account = accountsFile.get(accountId);
    if (account.kind === 'sample') return this.#startSampleServer();
    const { baseUrl, keyStorage } = account;
    const known = this.#keys.get(accountId);
    if (known !== undefined && keyStorage !== null) return { baseUrl, apiKey: known };
    if (keyStorage !== 'keychain') {
      throw new AppError({ code: 'not_connected', message: 'The account is not connected' });
    }
    const apiKey = await keychain.read(accountId);
    this.#keys.set(accountId, apiKey);
    return { baseUrl, apiKey };
  }

  #seen(account: StoredAccount): Account {
    // A key that was for one session only is gone with that session.
    const isGone =
      account.kind === 'partner' &&
      account.keyStorage === 'session' &&
      !this.#keys.has(account.accountId);
    // The schema drops what the renderer has no use for.
    return accountSchema.parse(isGone ? { ...account, keyStorage: null } : account);
  }

  async #tested(
    { baseUrl, apiKey }: AccountCredentials,
    signal: AbortSignal,
  ): Promise<AccountCredentials> {
    const { parseBaseUrl, parseApiKey, test } = this.#parts;
    const credentials = { baseUrl: parseBaseUrl(baseUrl), apiKey: parseApiKey(apiKey) };
    await test(credentials, signal);
    return credentials;
  }

  async #keep(
    accountId: string,
    { baseUrl, apiKey }: AccountCredentials,
    keyStorage: ConnectRequest['keyStorage'],
  ): Promise<void> {
    if (keyStorage === 'keychain') await this.#saveKey(accountId, apiKey);
    await this.#parts.accountsFile.updatePartner(accountId, { baseUrl, keyStorage });
    this.#keys.set(accountId, apiKey);
    if (keyStorage === 'session') await this.#removeOldKey(accountId);
  }

  /**
   * Between the new key and the new address the account is not connected: should the app end there, the key must not
   * be sent to the old address.
   */
  async #saveKey(accountId: string, apiKey: string): Promise<void> {
    const { accountsFile, keychain } = this.#parts;
    const { keyStorage } = accountsFile.getPartner(accountId);
    await accountsFile.updatePartner(accountId, { keyStorage: null, hasKeychainEntry: true });
    try {
      await keychain.save(accountId, apiKey);
    } catch (error) {
      await accountsFile.updatePartner(accountId, { keyStorage });
      throw error;
    }
  }

  /** A key that was replaced is of no use. Where the keychain fails, which is often why, it is left for `forget`. */
  async #removeOldKey(accountId: string): Promise<void> {
    const { accountsFile, keychain } = this.#parts;
    if (!accountsFile.getPartner(accountId).hasKeychainEntry) return;
    const isRemoved = await keychain.remove(accountId).then(
      () => true,
      () => false,
    );
    if (isRemoved) await accountsFile.updatePartner(accountId, { hasKeychainEntry: false });
  }

  #startSampleServer(): Promise<AccountCredentials> {
    this.#sampleServer ??= this.#parts.startSampleServer().catch((error: unknown) => {
      this.#sampleServer = null;
      throw error;
    });
    return this.#sampleServer;
  }
}
