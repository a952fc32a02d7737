import { randomUUID } from 'node:crypto';
import type { Credentials } from '../etelecom/client.ts';
import type { AccountsFile } from './accounts-file.ts';
import { freeColor, freeName, type StoredAccount } from './stored-accounts.ts';

export interface SampleAccountParts {
  accountsFile: AccountsFile;
  startSampleServer: () => Promise<Credentials>;
  /** Returns the name of a new account with sample data. */
  sampleName: () => string;
}

/** The account with sample data, and its server. There is at most one of each. */
export class SampleAccount {
  readonly #parts: SampleAccountParts;
  #server: Promise<Credentials> | null = null;
  #adding: Promise<StoredAccount> | null = null;

  constructor(parts: SampleAccountParts) {
    this.#parts = parts;
  }

  /** Returns the account, and adds it if there is none. @throws AppError with a file code. */
  async add(): Promise<StoredAccount> {
    const known = this.#parts.accountsFile.all().find(({ kind }) => kind === 'sample');
    if (known !== undefined) return known;
    this.#adding ??= this.#addAccount().finally(() => {
      this.#adding = null;
    });
    return this.#adding;
  }

  /** Returns how to reach the server, and starts it if it does not run. */
  startServer(): Promise<Credentials> {
    this.#server ??= this.#parts.startSampleServer().catch((error: unknown) => {
      this.#server = null;
      throw error;
    });
    return this.#server;
  }

  async #addAccount(): Promise<StoredAccount> {
    const { accountsFile, sampleName } = this.#parts;
    const name = freeName(sampleName(), accountsFile.all());
    const color = freeColor(accountsFile.all());
    const account: StoredAccount = { kind: 'sample', accountId: randomUUID(), name, color };
    await accountsFile.add(account);
    return account;
  }
}
