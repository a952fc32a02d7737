import { AppError } from '../../src-shared/errors.ts';
import { toKeychainErrorCode } from './keychain-error-code.ts';

/** Must never change: keys that were saved under another name would be lost. */
export const keychainService = 'com.etelecom.tenants';

/** The functions of keytar that the app uses. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Loads keytar when it is needed. The import fails if a native library is missing, and the app must still start. */
export async function loadKeytar(): Promise<Keytar> {
  return (await import('keytar')).default;
}

/** Windows' CredWrite accepts 2,560 bytes and reports "bad data" for more: https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw */
const maximumKeyBytes = process.platform === 'win32' ? 2_560 : Infinity;

/** Stores API keys in the operating system's keychain, in one entry per account. */
export class Keychain {
  readonly #load: () => Promise<Keytar>;

  /** @param load loads keytar, and rejects if that is not possible. */
  constructor(load: () => Promise<Keytar>) {
    this.#load = load;
  }

  /**
   * Returns the key of an account.
   *
   * @throws AppError `keychain_*`, or `key_not_saved` if the keychain has no key for this account.
   */
  async read(accountId: string): Promise<string> {
    const key = await this.#call((keytar) => keytar.getPassword(keychainService, accountId));
    if (key !== null) return key;
    await this.#assertUnlocked(accountId);
    throw new AppError({
      code: 'key_not_saved',
      message: 'The keychain has no key for this account',
    });
  }

  /** Saves the key of an account. @throws AppError `keychain_*`; `keychain_full` also if the key is too long. */
  async save(accountId: string, apiKey: string): Promise<void> {
    if (Buffer.byteLength(apiKey) > maximumKeyBytes) {
      throw new AppError({
        code: 'keychain_full',
        message: 'The key is too long for the keychain',
      });
    }
    await this.#call((keytar) => keytar.setPassword(keychainService, accountId, apiKey));
  }

  /** Removes the key of an account. Succeeds also if there is none. @throws AppError `keychain_*`. */
  async remove(accountId: string): Promise<void> {
    const removed = await this.#call((keytar) => keytar.deletePassword(keychainService, accountId));
    if (!removed) await this.#assertUnlocked(accountId);
  }

  /** Detects a locked keychain on Linux, where reads of it report a missing entry and only writes fail. */
  async #assertUnlocked(accountId: string): Promise<void> {
    if (process.platform !== 'linux') return;
    const probe = `${accountId}/unlocked?`;
    await this.#call(async (keytar) => {
      await keytar.setPassword(keychainService, probe, 'probe');
      await keytar.deletePassword(keychainService, probe);
    });
  }

  async #call<Result>(ask: (keytar: Keytar) => Promise<Result>): Promise<Result> {
    try {
      return await ask(await this.#load());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new AppError(
        { code: toKeychainErrorCode(message), message: `Keychain: ${message}` },
        { cause: error },
      );
    }
  }
}
