import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** A small JSON file of the app. Its content is validated when it is read. Only the user can read the file. */
export class JsonFile<Content> {
  readonly #path: string;
  readonly #schema: z.ZodType<Content>;
  #content: Content;
  #lastChange: Promise<void> = Promise.resolve();

  /** @param defaultContent the content until `load` has read a valid file. */
  constructor(path: string, schema: z.ZodType<Content>, defaultContent: Content) {
    this.#path = path;
    this.#schema = schema;
    this.#content = defaultContent;
  }

  get content(): Content {
    return this.#content;
  }

  /**
   * Reads the file. An invalid file is renamed instead of being overwritten later.
   *
   * @returns an AppError `settings_unreadable` with the new path of the invalid file, or `null` if there was no problem.
   * @throws AppError with a file code if the file cannot be read or renamed.
   */
  async load(): Promise<AppError | null> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw toFileError(error, this.#path);
    }
    const parsed = this.#schema.safeParse(parseJson(text));
    if (parsed.success) {
      this.#content = parsed.data;
      return null;
    }
    const renamedPath = `${this.#path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await rename(this.#path, renamedPath).catch((error: unknown) => {
      throw toFileError(error, this.#path);
    });
    const message = `${this.#path} could not be read`;
    return new AppError({ code: 'settings_unreadable', message, path: renamedPath });
  }

  /**
   * Changes the content and writes it to the file. Concurrent changes run one after the other, so no change is lost.
   *
   * @param change returns the new content for the current content.
   * @throws AppError with a file code. The content, in the file and in memory, is then unchanged.
   */
  change(change: (content: Content) => Content): Promise<void> {
    const done = this.#lastChange.then(async () => {
      const changed = change(this.#content);
      await this.#write(changed);
      this.#content = changed;
    });
    this.#lastChange = done.catch(() => undefined);
    return done;
  }

  async #write(content: Content): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const text = `${JSON.stringify(content, null, 2)}\n`;
    await writeFileAtomically(this.#path, (file) => file.writeFile(text), { mode: 0o600 });
  }
}

/** Returns `undefined` if `text` is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
