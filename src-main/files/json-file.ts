import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';
import { writeBeside } from './write-beside.ts';

/** What a file held, and what happened to it if it could not be read. */
export interface JsonFileContent<Content> {
  /** `null` when there is no file, or none that can be read. */
  content: Content | null;
  /** `settings_unreadable` with the path the unreadable file was moved to. */
  notice: AppError | null;
}

/** A small file of the app's own, checked by a schema whenever it is read. Only the user may read it. */
export class JsonFile<Content> {
  readonly #path: string;
  readonly #schema: z.ZodType<Content>;

  constructor(path: string, schema: z.ZodType<Content>) {
    this.#path = path;
    this.#schema = schema;
  }

  /**
   * A file that is not what it should be is moved aside, never overwritten, and named in the notice.
   *
   * @throws AppError with a file code when the folder cannot be read.
   */
  async read(): Promise<JsonFileContent<Content>> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return { content: null, notice: null };
      throw toFileError(error, this.#path);
    }
    const content = this.#schema.safeParse(parseJson(text));
    if (content.success) return { content: content.data, notice: null };
    const aside = `${this.#path}.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await rename(this.#path, aside).catch((error: unknown) => {
      throw toFileError(error, this.#path);
    });
    const message = `${this.#path} could not be read`;
    return {
      content: null,
      notice: new AppError({ code: 'settings_unreadable', message, path: aside }),
    };
  }

  /** @throws AppError with a file code; the old content is then untouched. */
  async write(content: Content): Promise<void> {
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
