import { AppError } from '../../src-shared/errors.ts';
import { keychainErrorCode } from './errors.ts';

/** Frozen for good: under another name, every key saved so far would be lost. */
export const keychainService = 'com.etelecom.tenants';

/** The three of keytar's functions that are used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/**
 * Keytar is native: where its library is missing, loading it fails, and that must not keep the app from starting.
 */
export async function loadKeytar(): Promise<Keytar> {
  return (await import('keytar')).default;
}

/** CredWrite takes 2,560 bytes and answers a longer key with "bad data": https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw */
const maximumKeyBytes = process.platform === 'win32' ? 2_560 : Infinity;

/** The API keys in the operating system's keychain, one entry an account. */
export class Keychain {
  readonly #load: () => Promise<Keytar>;

  /** @param load gives keytar, or fails where there is none. */
  constructor(load: () => Promise<Keytar>) {
    this.#load = load;
  }

  /**
   * The key that was saved for an account.
   *
   * @throws AppError `keychain_*`, or `key_not_saved` when the entry is gone.
   */
  async read(accountId: string): Promise<string> {
    const key = await this.#ask((keytar) => keytar.getPassword(keychainService, accountId));
    if (key !== null) return key;
    await this.#assertUnlocked(accountId);
    throw new AppError({
      code: 'key_not_saved',
      message: 'The keychain has no key for this account',
    });
  }

  /** @throws AppError `keychain_*`; `keychain_full` also for a key that is longer than the system takes. */
  async save(accountId: string, apiKey: string): Promise<void> {
    if (Buffer.byteLength(apiKey) > maximumKeyBytes) {
      throw new AppError({
        code: 'keychain_full',
        message: 'The key is longer than the keychain takes',
      });
    }
    await this.#ask((keytar) => keytar.setPassword(keychainService, accountId, apiKey));
  }

  /** An entry that is not there counts as removed. @throws AppError `keychain_*`. */
  async remove(accountId: string): Promise<void> {
    const removed = await this.#ask((keytar) => keytar.deletePassword(keychainService, accountId));
    if (!removed) await this.#assertUnlocked(accountId);
  }

  /** On Linux a locked keychain answers "not there" to a reader; only a writer is told the truth. */
  async #assertUnlocked(accountId: string): Promise<void> {
    if (process.platform !== 'linux') return;
    const probe = `${accountId}/unlocked?`;
    await this.#ask(async (keytar) => {
      await keytar.setPassword(keychainService, probe, 'probe');
      await keytar.deletePassword(keychainService, probe);
    });
  }

  async #ask<Answer>(question: (keytar: Keytar) => Promise<Answer>): Promise<Answer> {
    try {
      return await question(await this.#load());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new AppError(
        { code: keychainErrorCode(message), message: `Keychain: ${message}` },
        { cause: error },
      );
    }
  }
}
