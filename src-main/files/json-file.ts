import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';
import { writeBeside } from './write-beside.ts';

/** A small file of the app's own, checked by a schema when it is read. Only the user may read it. */
export class JsonFile<Content> {
  readonly #path: string;
  readonly #schema: z.ZodType<Content>;
  #content: Content;
  #lastChange: Promise<void> = Promise.resolve();

  /** @param content what holds until the file was loaded, and where there is none that can be read. */
  constructor(path: string, schema: z.ZodType<Content>, content: Content) {
    this.#path = path;
    this.#schema = schema;
    this.#content = content;
  }

  get content(): Content {
    return this.#content;
  }

  /**
   * A file that is not what it should be is moved aside, never overwritten.
   *
   * @returns `settings_unreadable` with the path the unreadable file was moved to.
   * @throws AppError with a file code when the folder cannot be read.
   */
  async load(): Promise<AppError | null> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw toFileError(error, this.#path);
    }
    const content = this.#schema.safeParse(parseJson(text));
    if (content.success) {
      this.#content = content.data;
      return null;
    }
    const aside = `${this.#path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await rename(this.#path, aside).catch((error: unknown) => {
      throw toFileError(error, this.#path);
    });
    const message = `${this.#path} could not be read`;
    return new AppError({ code: 'settings_unreadable', message, path: aside });
  }

  /**
   * One change after the other, each of what the one before has left: none undoes another.
   *
   * @throws AppError with a file code; the content, in the file and here, is then as it was.
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
    await writeBeside(this.#path, (file) => file.writeFile(text), { mode: 0o600 });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
