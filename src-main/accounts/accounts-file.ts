import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { accountIdSchema, connectionSchema } from '../../src-shared/account.ts';
import { AppError } from '../../src-shared/errors.ts';
import { JsonFile } from '../files/json-file.ts';

const storedAccountSchema = z.object({
  accountId: accountIdSchema,
  /** The partner's address; kept while sample data are looked at and after the key was forgotten. */
  baseUrl: z.string().nullable(),
  connection: connectionSchema.pick({ kind: true, keyStorage: true }).nullable(),
  /** Whether the keychain may hold a key under this account's id. */
  hasKeychainEntry: z.boolean(),
});
const accountsSchema = z.object({ accounts: z.array(storedAccountSchema).min(1) });

export type StoredAccount = z.infer<typeof storedAccountSchema>;

/** The accounts of this computer, without their keys. */
export class AccountsFile {
  readonly #file: JsonFile<z.infer<typeof accountsSchema>>;
  #accounts: StoredAccount[] = [];

  /** @param dataFolder the app's own folder for this user. */
  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'accounts.json'), accountsSchema);
  }

  /**
   * Reads the file, and on the first start makes the one account there is.
   *
   * @returns `settings_unreadable` when the file had to be moved aside.
   * @throws AppError with a file code.
   */
  async load(): Promise<AppError | null> {
    const { content, notice } = await this.#file.read();
    if (content === null) {
      const accountId = randomUUID();
      await this.#save([{ accountId, baseUrl: null, connection: null, hasKeychainEntry: false }]);
    } else {
      this.#accounts = content.accounts;
    }
    return notice;
  }

  all(): readonly StoredAccount[] {
    return this.#accounts;
  }

  /** @throws AppError `not_connected` for an account that is not there. */
  get(accountId: string): StoredAccount {
    const account = this.#accounts.find((candidate) => candidate.accountId === accountId);
    if (account === undefined) {
      throw new AppError({ code: 'not_connected', message: 'There is no such account' });
    }
    return account;
  }

  /** @throws AppError with a file code; the account is then as it was. */
  async update(
    accountId: string,
    change: Partial<Omit<StoredAccount, 'accountId'>>,
  ): Promise<void> {
    const changed = { ...this.get(accountId), ...change };
    await this.#save(
      this.#accounts.map((account) => (account.accountId === accountId ? changed : account)),
    );
  }

  async #save(accounts: StoredAccount[]): Promise<void> {
    await this.#file.write({ accounts });
    this.#accounts = accounts;
  }
}
