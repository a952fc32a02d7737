import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../src-shared/errors.ts';
import { KeychainCalls } from './keychain-calls.ts';
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

/** Restores the entry that a save has replaced. @throws AppError `keychain_*`. */
export type Restore = () => Promise<void>;

/** Windows' CredWrite accepts 2,560 bytes and reports "bad data" for more: https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw */
const maximumSecretBytes = process.platform === 'win32' ? 2_560 : Infinity;

/** How long a caller waits for the keychain, in milliseconds. A prompt that the user answers later helps the next call. */
const timeLimit = 15_000;

/** How long the app waits at most for running calls when it quits, in milliseconds. */
const quitLimit = 1_000;

/** Stores secrets in the operating system's keychain, in one entry per account. */
export class Keychain {
  readonly #load: () => Promise<Keytar>;
  readonly #calls: KeychainCalls;

  /**
   * @param load loads keytar, and rejects if that is not possible.
   * @param limit the longest wait for the keychain, in milliseconds.
   */
  constructor(load: () => Promise<Keytar>, limit = timeLimit) {
    this.#load = load;
    this.#calls = new KeychainCalls(limit);
  }

  /** Returns whether the keychain has not answered a call yet. */
  get isBusy(): boolean {
    return this.#calls.isRunning;
  }

  /** Waits for running calls before the app quits, but not for a keychain that does not answer. */
  async finish(): Promise<void> {
    await Promise.race([this.#calls.settled(), delay(quitLimit, undefined, { ref: false })]);
  }

  /**
   * Returns the secret of an account.
   *
   * @throws AppError `keychain_*`, or `key_not_saved` if the keychain has no entry for this account.
   */
  read(accountId: string): Promise<string> {
    return this.#call(async (keytar) => {
      const secret = await keytar.getPassword(keychainService, accountId);
      if (secret !== null) return secret;
      await assertUnlocked(keytar, accountId);
      throw new AppError({
        code: 'key_not_saved',
        message: 'The keychain has no key for this account',
      });
    });
  }

  /**
   * Saves the secret of an account. If this fails, or succeeds too late, the entry is as before.
   *
   * @returns a function that restores the entry that was there before.
   * @throws AppError `keychain_*`; `keychain_full` also if the secret is too long; `canceled`.
   */
  async save(accountId: string, secret: string, signal?: AbortSignal): Promise<Restore> {
    if (Buffer.byteLength(secret) > maximumSecretBytes) {
      throw new AppError({
        code: 'keychain_full',
        message: 'The key is too long for the keychain',
      });
    }
    let previous: string | null = null;
    const restore = async (keytar: Keytar) => {
      if (previous === null) await keytar.deletePassword(keychainService, accountId);
      else await keytar.setPassword(keychainService, accountId, previous);
    };
    const save = async (keytar: Keytar) => {
      previous = await keytar.getPassword(keychainService, accountId);
      await keytar.setPassword(keychainService, accountId, secret);
    };
    await this.#call(save, { signal, revert: restore });
    return () => this.#call(restore);
  }

  /** Removes the secret of an account. Succeeds also if there is none. @throws AppError `keychain_*`, `canceled`. */
  async remove(accountId: string, signal?: AbortSignal): Promise<void> {
    const remove = async (keytar: Keytar) => {
      const isRemoved = await keytar.deletePassword(keychainService, accountId);
      if (!isRemoved) await assertUnlocked(keytar, accountId);
    };
    await this.#call(remove, { signal });
  }

  #call<Result>(
    ask: (keytar: Keytar) => Promise<Result>,
    options: { signal?: AbortSignal | undefined; revert?: (keytar: Keytar) => Promise<void> } = {},
  ): Promise<Result> {
    const { signal, revert } = options;
    return this.#calls.run(() => this.#ask(ask), {
      signal,
      ...(revert !== undefined && { revert: () => this.#ask(revert) }),
    });
  }

  async #ask<Result>(ask: (keytar: Keytar) => Promise<Result>): Promise<Result> {
    try {
      return await ask(await this.#load());
    } catch (error) {
      if (error instanceof AppError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new AppError(
        { code: toKeychainErrorCode(message), message: `Keychain: ${message}` },
        { cause: error },
      );
    }
  }
}

/** Detects a locked keychain on Linux, where reads of it report a missing entry and only writes fail. */
async function assertUnlocked(keytar: Keytar, accountId: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const probe = `${accountId}/unlocked?`;
  await keytar.setPassword(keychainService, probe, 'probe');
  await keytar.deletePassword(keychainService, probe);
}
