import { readFile, rename, rm } from 'node:fs/promises';
import { systemCode } from './file-error.ts';
import { createKeptPath, removeOldKeptFiles } from './kept-files.ts';
import { retryWhileHeld, toHeldFileError } from './retry-while-held.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** A settings file that could not be used as it is. Call `keep` before another file replaces it. */
export class UnusedFile {
  readonly #path: string;
  readonly #isReadable: boolean;
  /** Where its content was kept; `null` until then. */
  #keptPath: string | null = null;

  /** @param isReadable whether a part of its content was used. Otherwise it may also be a folder or a device. */
  constructor(path: string, isReadable: boolean) {
    this.#path = path;
    this.#isReadable = isReadable;
  }

  /** Where the content is now. */
  get place(): string {
    return this.#keptPath ?? this.#path;
  }

  /**
   * Keeps the content under another name. A readable file is copied, so that it is still there if its replacement cannot
   * be written. Anything else is renamed.
   *
   * @throws AppError `file_in_use` if another program holds the file, or with another file code.
   */
  async keep(): Promise<void> {
    if (this.#keptPath !== null) return;
    const keptPath = createKeptPath(this.#path, new Date());
    try {
      if (this.#isReadable) {
        const bytes = await retryWhileHeld(() => readFile(this.#path));
        await writeFileAtomically(keptPath, (file) => file.writeFile(bytes), { mode: 0o600 });
      } else {
        await retryWhileHeld(() => rename(this.#path, keptPath));
      }
    } catch (error) {
      // The user has removed it.
      if (systemCode(error) === 'ENOENT') return;
      throw toHeldFileError(error, this.#path);
    }
    this.#keptPath = keptPath;
    await removeOldKeptFiles(this.#path, keptPath);
  }

  /** Removes the copy of a file that was not replaced. Otherwise each start would add one. */
  async removeCopy(): Promise<void> {
    if (this.#keptPath === null || !this.#isReadable) return;
    await rm(this.#keptPath, { force: true }).catch(() => undefined);
    this.#keptPath = null;
  }
}
