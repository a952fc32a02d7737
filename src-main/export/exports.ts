import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import type {
  ExportOptions,
  ExportResult,
  ExportTenantsRequest,
} from '../../src-shared/export-tenants.ts';
import { exists, freePath } from '../files/free-path.ts';
import { assertNotInUse } from '../files/write-beside.ts';
import { Turns } from './turns.ts';

type Format = ExportOptions['format'];

interface Parts {
  /** Writes the file as a whole or not at all. */
  write: (
    request: ExportTenantsRequest,
    path: string,
    options: { signal: AbortSignal; onProgress: (rows: number) => void },
  ) => Promise<{ rows: number; unreadableRows: number }>;
  /** How many rows it will have; `null` where only the server knows. */
  count: (request: ExportTenantsRequest) => Promise<number | null>;
  /** The name the dialog suggests, with its extension. */
  suggestName: (request: ExportTenantsRequest) => string;
  /** Asks for a file's name; `null` when the dialog is closed without one. */
  chooseFile: (suggestion: string, format: Format) => Promise<string | null>;
  /** Where the account's last export went; `null` before the first. */
  lastFolder: (accountId: string) => string | null;
  /** Keeps the choices for the account's next export. */
  remember: (accountId: string, options: ExportOptions, folder: string) => Promise<void>;
  /** Where the dialog opens when there is no last folder, or that one is gone. */
  downloadsFolder: string;
  /** In the dock or the taskbar: a fraction of 1, more than 1 where nobody knows, `null` for none. */
  showProgress: (fraction: number | null) => void;
  openFile: (path: string) => Promise<void>;
  showInFolder: (path: string) => void;
}

/** Has tenants written into files where the user wants them, one file after the other. */
export class Exports {
  readonly #parts: Parts;
  readonly #choosing = new Turns();
  readonly #writing = new Turns();
  /** Where exports that wait or run will be. */
  readonly #promised = new Set<string>();
  /** The files written in this session: only these can be opened and shown in their folder. */
  readonly #written = new Map<string, string>();
  /** The files of this session that were in use, for another try beside them. */
  readonly #inUse = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Asks where to, waits until the exports before it are done, then has the file written there.
   *
   * @param onProgress is told how many rows were read so far and how many there will be, from its turn on.
   * @throws AppError with a file code, one of the way to the API, or `canceled`; no partial file is left behind.
   */
  async run(
    request: ExportTenantsRequest,
    signal: AbortSignal,
    onProgress: (rows: number, ofRows?: number) => void,
  ): Promise<ExportResult> {
    try {
      // In turn, or two could find the same name free, and who asked first could be written last.
      const path = await this.#choosing.take(signal, () => this.#promisePath(request));
      if (path === null) return { outcome: 'dismissed' };
      const written = await this.#writing
        .take(signal, () => this.#write(request, path, signal, onProgress))
        .finally(() => this.#promised.delete(path));
      const exportId = randomUUID();
      this.#written.set(exportId, path);
      return { outcome: 'saved', exportId, path, ...written };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'file_in_use') throw error;
      const { path } = error;
      if (path === undefined) throw error;
      const exportId = randomUUID();
      this.#inUse.set(exportId, path);
      const freeName = basename(await this.#free(path));
      return { outcome: 'inUse', exportId, path, freeName };
    }
  }

  /** Opens a file of this session. @throws AppError `invalid_request` for any other, or `file_not_opened`. */
  async open(exportId: string): Promise<void> {
    await this.#parts.openFile(known(this.#written, exportId));
  }

  /** Shows a file of this session in Explorer or Finder. @throws AppError `invalid_request` for any other. */
  show(exportId: string): void {
    this.#parts.showInFolder(known(this.#written, exportId));
  }

  /** @returns where it goes, which no other export gets until this one is done; `null` when nowhere. */
  async #promisePath(request: ExportTenantsRequest): Promise<string | null> {
    const { besideExportId } = request;
    const path =
      besideExportId === undefined
        ? await this.#choosePath(request)
        : await this.#free(known(this.#inUse, besideExportId));
    if (path === null) return null;
    await assertNotInUse(path);
    this.#promised.add(path);
    return path;
  }

  async #choosePath(request: ExportTenantsRequest): Promise<string | null> {
    const { accountId, options } = request;
    const { chooseFile, downloadsFolder, lastFolder, remember, suggestName } = this.#parts;
    const last = lastFolder(accountId);
    const folder = last !== null && (await exists(last)) ? last : downloadsFolder;
    const chosen = await chooseFile(join(folder, suggestName(request)), options.format);
    if (chosen === null) return null;
    // Excel opens no file without its extension. Windows and macOS add it before they ask whether to replace a file;
    // where it is added here, nobody was asked, nor of a file that is yet to be written: that goes beside it.
    const hasExtension = extname(chosen).toLowerCase() === `.${options.format}`;
    const path = hasExtension ? chosen : `${chosen}.${options.format}`;
    const own = hasExtension && !this.#promised.has(path) ? path : await this.#free(path);
    await remember(accountId, options, dirname(own));
    return own;
  }

  async #write(
    request: ExportTenantsRequest,
    path: string,
    signal: AbortSignal,
    onProgress: (rows: number, ofRows?: number) => void,
  ) {
    const { count, showProgress, write } = this.#parts;
    const tell = (rows: number, ofRows: number | null) => {
      // More rows than were counted can come: the list may have grown meanwhile.
      showProgress(ofRows === null ? 2 : Math.min(1, rows / Math.max(1, ofRows)));
      onProgress(rows, ofRows ?? undefined);
    };
    try {
      tell(0, null);
      const ofRows = await count(request);
      return await write(request, path, { signal, onProgress: (rows) => tell(rows, ofRows) });
    } finally {
      showProgress(null);
    }
  }

  #free(path: string): Promise<string> {
    return freePath(path, (candidate) => this.#promised.has(candidate));
  }
}

function known(paths: ReadonlyMap<string, string>, exportId: string): string {
  const path = paths.get(exportId);
  if (path === undefined) {
    throw new AppError({ code: 'invalid_request', message: 'There is no such export' });
  }
  return path;
}
