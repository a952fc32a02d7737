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
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import { parseApiKey } from '../etelecom/api-key.ts';
import { parseBaseUrl } from '../etelecom/base-url.ts';
import type { Credentials, EtelecomClient, OnRetry } from '../etelecom/client.ts';
import { listIdOf } from '../list-ids.ts';
import type { Log } from '../log/log.ts';
import { TaskQueue } from '../rpc/task-queue.ts';
import type { AccountKeys } from './account-keys.ts';
import type { AllowedServers } from './allowed-servers.ts';
import { accountListOf, accountOfList, listsByName, type AccountList } from './account-list.ts';
import { SampleAccount, type SampleAccountParts } from './sample-account.ts';
import { freeColor, freeName, hostnameOf, type StoredAccount } from './stored-accounts.ts';

interface Parts extends SampleAccountParts {
  keys: AccountKeys;
  client: Pick<EtelecomClient, 'test'>;
  /** Deletes a saved list. */
  removeList: (listId: string) => Promise<unknown>;
  allowed: AllowedServers;
  log: Log;
}

/** Adds accounts, connects them to their servers, and looks up their saved lists and credentials. */
export class Connections {
  readonly #parts: Parts;
  readonly #sample: SampleAccount;
  /** What was tested is saved one after the other: each save depends on the accounts that are there. */
  readonly #saves = new TaskQueue();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#sample = new SampleAccount(parts);
  }

  /** Returns the accounts for the renderer, in the order in which they were added. */
  accounts(): Account[] {
    return this.#parts.accountsFile.all().map((account) => this.#toAccount(account));
  }

  /** @throws AppError `not_connected` if there is no such account. */
  accountName(accountId: string): string {
    return this.#parts.accountsFile.get(accountId).name;
  }

  /**
   * Tests the key and the address that the user typed, and adds an account with them. If the test fails, no account is
   * added.
   *
   * @throws AppError for invalid input, `key_already_added`, from the API client, `keychain_*`, with a file code, or if the
   * organization does not allow the address.
   */
  async add(request: AddAccountRequest, signal: AbortSignal, onRetry?: OnRetry): Promise<Account> {
    const accountId = randomUUID();
    const credentials = await this.#test(accountId, request, signal, onRetry);
    return this.#saveTested(accountId, credentials, signal, () =>
      this.#addAccount(accountId, credentials, request, signal),
    );
  }

  async #addAccount(
    accountId: string,
    credentials: Credentials,
    { name, keyStorage }: AddAccountRequest,
    signal: AbortSignal,
  ): Promise<void> {
    const { accountsFile, keys } = this.#parts;
    const defaultName = freeName(hostnameOf(credentials.baseUrl), accountsFile.all());
    await accountsFile.add({
      kind: 'partner',
      accountId,
      name: name === '' ? defaultName : name,
      color: freeColor(accountsFile.all()),
      baseUrl: credentials.baseUrl,
      keyStorage: null,
      hasKeychainEntry: false,
    });
    try {
      await keys.save(accountId, credentials, keyStorage, signal);
    } catch (error) {
      await accountsFile.remove(accountId);
      throw error;
    }
  }

  /** Returns the account with sample data, and adds it if there is none. @throws AppError `sample_data_not_allowed` */
  async addSampleData(): Promise<Account> {
    this.#parts.allowed.assertSampleData();
    return this.#toAccount(await this.#sample.add());
  }

  /**
   * Tests another key, or another address and key, and saves them to an account. If the test fails, the account is not
   * changed. If the address changes, the saved list of the old address is deleted.
   *
   * @throws AppError like `add`.
   */
  async connect(request: ConnectRequest, signal: AbortSignal, onRetry?: OnRetry): Promise<Account> {
    const { accountsFile, keys, removeList, log } = this.#parts;
    const { accountId, keyStorage } = request;
    // Throws if there is no such account.
    accountsFile.getPartner(accountId);
    const credentials = await this.#test(accountId, request, signal, onRetry);
    return this.#saveTested(accountId, credentials, signal, async () => {
      const { baseUrl: oldUrl } = accountsFile.getPartner(accountId);
      await keys.save(accountId, credentials, keyStorage, signal);
      if (oldUrl === credentials.baseUrl) return;
      // The account is connected even if this fails. The old list is not shown in either case.
      removeList(listIdOf(accountId, oldUrl)).catch((error: unknown) => {
        log('listNotRemoved', { error });
      });
    });
  }

  /** @throws AppError `not_connected` if there is no such account, or with a file code. */
  async changeLook(
    accountId: string,
    look: { name: string; color: AccountColor },
  ): Promise<Account> {
    const { accountsFile } = this.#parts;
    await accountsFile.changeLook(accountId, look);
    return this.#toAccount(accountsFile.get(accountId));
  }

  /** Returns a saved list of an account, even if the account has no key. @throws AppError `not_connected`. */
  savedList(accountId: string, records?: RecordKind): AccountList {
    return accountListOf(this.#parts.accountsFile.get(accountId), records);
  }

  /**
   * Returns the list of one account. For `allAccounts` returns all lists in the order of the accounts' names, which is the
   * order of a sort by account, or those of the accounts `among`.
   *
   * @param records what is in the lists; by default the tenants.
   * @throws AppError `not_connected`.
   */
  savedLists(
    accountId: string,
    {
      records,
      among,
    }: { records?: RecordKind | undefined; among?: readonly string[] | undefined } = {},
  ): AccountList[] {
    if (accountId !== allAccounts) return [this.savedList(accountId, records)];
    const lists = listsByName(this.#parts.accountsFile.all(), records);
    return among === undefined ? lists : lists.filter((list) => among.includes(list.accountId));
  }

  /** Tests the saved key of an account. @throws AppError like `credentials`, or from the API client. */
  async test(accountId: string, signal: AbortSignal, onRetry?: OnRetry): Promise<void> {
    const credentials = await this.credentials(accountId, signal);
    await this.#parts.client.test(credentials, signal, onRetry);
  }

  /**
   * Removes the key of an account and keeps its address. An account with sample data has no key.
   *
   * @throws AppError `keychain_*` or a file code; the account is then still connected.
   */
  async removeKey(accountId: string, signal?: AbortSignal): Promise<Account> {
    const { accountsFile, keys } = this.#parts;
    if (accountsFile.get(accountId).kind === 'partner') await keys.remove(accountId, signal);
    return this.#toAccount(accountsFile.get(accountId));
  }

  /**
   * Returns the key of an account together with the only address that it may be sent to.
   *
   * @throws AppError `not_connected`; `key_not_saved`; `key_for_other_address`; `keychain_*` if the key cannot be read;
   * `canceled`; `address_not_allowed` or `sample_data_not_allowed`.
   */
  async credentials(accountId: string, signal?: AbortSignal): Promise<Credentials> {
    const { accountsFile, keys, allowed } = this.#parts;
    const account = accountsFile.get(accountId);
    allowed.assertMayUse(account);
    return account.kind === 'sample' ? this.#sample.startServer() : keys.read(accountId, signal);
  }

  /**
   * Returns the credentials of the account that has a saved list.
   *
   * @throws AppError `not_connected` if no account has the list, for example because the account's address has changed;
   * and like `credentials`.
   */
  async credentialsOfList(listId: string, signal?: AbortSignal): Promise<Credentials> {
    const findAccount = () => accountOfList(this.#parts.accountsFile.all(), listId);
    const accountId = findAccount();
    if (accountId !== undefined) {
      const credentials = await this.credentials(accountId, signal);
      // The account may have got another address while its key was read. Its rows do not belong to this list.
      if (findAccount() === accountId) return credentials;
    }
    throw new AppError({ code: 'not_connected', message: 'No account has this list' });
  }

  #toAccount(account: StoredAccount): Account {
    // A key for one session is lost when the app quits.
    const isKeyLost =
      account.kind === 'partner' &&
      account.keyStorage === 'session' &&
      !this.#parts.keys.isInMemory(account.accountId);
    // The schema removes the fields that the renderer does not need.
    return accountSchema.parse(isKeyLost ? { ...account, keyStorage: null } : account);
  }

  /** Tests what the user typed for an account. @throws AppError like `add`. */
  async #test(
    accountId: string,
    typed: Credentials,
    signal: AbortSignal,
    onRetry?: OnRetry,
  ): Promise<Credentials> {
    const credentials = {
      baseUrl: parseBaseUrl(typed.baseUrl),
      apiKey: parseApiKey(typed.apiKey),
    };
    const { allowed, keys, client } = this.#parts;
    allowed.assertMayConnect(credentials.baseUrl);
    await keys.assertNew(accountId, credentials, signal);
    await client.test(credentials, signal, onRetry);
    return credentials;
  }

  /** Saves tested credentials after those that were tested before. @throws AppError like `add`. */
  #saveTested(
    accountId: string,
    credentials: Credentials,
    signal: AbortSignal,
    save: () => Promise<void>,
  ): Promise<Account> {
    return this.#saves.run(signal, async () => {
      // Another account may have got the key while the server was tested.
      await this.#parts.keys.assertNew(accountId, credentials, signal);
      await save();
      return this.#toAccount(this.#parts.accountsFile.get(accountId));
    });
  }
}
