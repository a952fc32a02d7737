import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { createFolder } from './create-folder.ts';
import { toFileError } from './file-error.ts';
import { parseByValue, type ParsedByValue } from './parse-by-value.ts';
import { largestSettings, readSettings } from './read-settings.ts';
import { UnusedFile } from './unused-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

export interface JsonFormat<Content> {
  /** Parses what the file contains. A value with a default costs only itself if it is invalid. */
  schema: z.ZodType<Content>;
  /** The content until `load` has read a file. */
  defaultContent: Content;
  /** Converts the JSON of an older version of the app before it is parsed. */
  upgrade?: (stored: unknown) => unknown;
}

export interface ChangeOptions {
  /** Whether the previous version is kept. The default is `true`; without it, the file's old values are gone. */
  keepsPrevious?: boolean;
}

/**
 * A small JSON file of the app. Only the user can read it. Its content is validated when it is read, and the version
 * before the last change is kept beside it, as `<name>.previous`.
 */
export class JsonFile<Content> {
  readonly #path: string;
  readonly #previousPath: string;
  readonly #format: JsonFormat<Content>;
  #content: Content;
  /** The text of the valid file; `null` if there is none. */
  #text: string | null = null;
  /** Files that must be kept before they are replaced. */
  #unused: readonly UnusedFile[] = [];
  #lastChange: Promise<void> = Promise.resolve();

  constructor(path: string, format: JsonFormat<Content>) {
    this.#path = path;
    this.#previousPath = `${path}.previous`;
    this.#format = format;
    this.#content = format.defaultContent;
  }

  get content(): Content {
    return this.#content;
  }

  /**
   * Reads the file. Never fails, because the app must start with any file. The valid values of a file with invalid values
   * or unknown fields are written to a new one. Instead of an unreadable file, the previous version is used. What was not
   * used is kept under another name. If that fails, it stays, and each change tries again before it replaces it.
   *
   * @returns an AppError with the path of the kept file, or `null` if there was no problem: `settings_too_new` (a newer
   * version of the app has written fields that this one does not know), `settings_repaired` (invalid values got their
   * defaults), `settings_restored` (the previous version is used) or `settings_unreadable` (all values have their defaults).
   */
  async load(): Promise<AppError | null> {
    const current = await this.#read(this.#path);
    if (typeof current === 'object' && isComplete(current)) {
      this.#content = current.value;
      this.#text = current.text;
      return null;
    }
    const previous = typeof current === 'object' ? 'missing' : await this.#read(this.#previousPath);
    if (current === 'missing' && previous === 'missing') return null;
    const unused = [
      ...findUnused(this.#path, current),
      ...findUnused(this.#previousPath, previous),
    ];
    this.#unused = unused;
    const usable = typeof current === 'object' ? current : previous;
    if (typeof usable === 'object') {
      // The problem must not be reported again at each start. If the file cannot be written, the next change fails too.
      await this.change(() => usable.value).catch(async () => {
        for (const file of unused) await file.removeCopy();
      });
      this.#content = usable.value;
    } else {
      await this.#keepUnused().catch(() => undefined);
    }
    return this.#createNotice(
      typeof usable !== 'object'
        ? 'settings_unreadable'
        : usable !== current
          ? 'settings_restored'
          : usable.hasUnknownFields
            ? 'settings_too_new'
            : 'settings_repaired',
      unused[0]?.place ?? this.#previousPath,
    );
  }

  /**
   * Changes the content and writes it to the file. Concurrent changes run one after the other, so no change is lost.
   *
   * @param change returns the new content for the current content.
   * @throws AppError `settings_too_large` or with a file code. The content, in the file and in memory, is then unchanged.
   */
  change(change: (content: Content) => Content, options: ChangeOptions = {}): Promise<void> {
    const done = this.#lastChange.then(async () => {
      const changed = change(this.#content);
      await this.#write(changed, options);
      this.#content = changed;
    });
    this.#lastChange = done.catch(() => undefined);
    return done;
  }

  async #read(path: string) {
    const read = await readSettings(path);
    if (typeof read === 'string') return read;
    const parsed = this.#parse(read.json);
    return parsed === null ? 'unreadable' : { ...parsed, text: read.text };
  }

  #parse(json: unknown): ParsedByValue<Content> | null {
    const { schema, upgrade = (stored: unknown) => stored } = this.#format;
    return parseByValue(schema, upgrade(json));
  }

  /** @throws AppError with a file code. The files are then not replaced. */
  async #keepUnused(): Promise<void> {
    for (const file of this.#unused) await file.keep();
  }

  async #write(content: Content, { keepsPrevious = true }: ChangeOptions): Promise<void> {
    const text = `${JSON.stringify(content)}\n`;
    this.#assertReadable(text);
    try {
      await createFolder(dirname(this.#path));
      await this.#keepUnused();
      if (!keepsPrevious) await rm(this.#previousPath, { force: true, recursive: true });
    } catch (error) {
      throw toFileError(error, this.#path);
    }
    if (keepsPrevious && this.#text !== null) await this.#writePrevious(this.#text);
    await writeText(this.#path, text);
    this.#unused = [];
    this.#text = text;
    if (!keepsPrevious) await this.#writePrevious(text);
  }

  /** A text that `load` would not use completely must not replace one that it uses. */
  #assertReadable(text: string): void {
    if (Buffer.byteLength(text) > largestSettings) {
      const message = `${this.#path} would be too large`;
      throw new AppError({ code: 'settings_too_large', message });
    }
    const parsed = this.#parse(JSON.parse(text));
    if (parsed === null || !isComplete(parsed)) {
      throw new Error('A settings file would not be read as it was written');
    }
  }

  /** A change is not refused because its previous version cannot be kept. */
  async #writePrevious(text: string): Promise<void> {
    await writeText(this.#previousPath, text).catch(() => undefined);
  }

  #createNotice(code: ErrorCode, path: string): AppError {
    return new AppError({ code, message: `${this.#path} was not used as it is`, path });
  }
}

/** Returns what must be kept of a file that was read: nothing if it is missing or was used completely. */
function findUnused(
  path: string,
  read: ParsedByValue<unknown> | 'missing' | 'unreadable',
): UnusedFile[] {
  if (read === 'missing') return [];
  if (read === 'unreadable') return [new UnusedFile(path, false)];
  return isComplete(read) ? [] : [new UnusedFile(path, true)];
}

/** Whether nothing is lost if the parsed value is written. */
function isComplete({ isWhole, hasUnknownFields }: ParsedByValue<unknown>): boolean {
  return isWhole && !hasUnknownFields;
}

async function writeText(path: string, text: string): Promise<void> {
  await writeFileAtomically(path, (file) => file.writeFile(text), { mode: 0o600 });
}
