import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { AppError, type AppErrorFields } from '../../src-shared/errors.ts';
import type {
  ExportOptions,
  ExportResult,
  ExportSize,
  ExportTenantsRequest,
} from '../../src-shared/export-tenants.ts';
import { assertNotInUse } from '../files/assert-not-in-use.ts';
import { findFreePath, pathExists } from '../files/find-free-path.ts';
import { findExcelLimit, longestExcelPath } from './excel-limits.ts';
import { TaskQueue } from './task-queue.ts';
import type { UnfinishedExports } from './unfinished-exports.ts';

/** Room for a number that keeps the name apart from another one: ` (99)`. */
const roomForNumber = 5;

type Format = ExportOptions['format'];
type OnProgress = (rows: number, ofRows?: number) => void;

interface WrittenFile {
  rows: number;
  changeLines: number | null;
  unreadableRows: number;
  missingRows: number;
  /** Where the file is. */
  path: string;
  /** Why the file is not at the requested path; `null` if it is. */
  obstacle: AppErrorFields | null;
}

/** The file of an export that waits or is being written. */
interface ChosenFile {
  path: string;
  /** Whether a file existed when the user chose the path, so that the user agreed to replace it. */
  mayReplace: boolean;
}

interface Dependencies {
  /** Writes the file completely or not at all. A finished file that cannot replace another one gets another path. */
  write: (
    request: ExportTenantsRequest,
    path: string,
    options: { signal: AbortSignal; onProgress: (rows: number) => void },
  ) => Promise<WrittenFile>;
  /** Returns how many rows the export will have, or `null` if only the server knows. */
  count: (request: ExportTenantsRequest) => Promise<number | null>;
  /** Returns what the file of an export will have. */
  measure: (request: ExportTenantsRequest, options: { signal: AbortSignal }) => Promise<ExportSize>;
  /** Returns the file name that the save dialog suggests, including the extension, of at most `maximumLength` letters. */
  suggestName: (request: ExportTenantsRequest, maximumLength: number) => Promise<string>;
  /** Shows the save dialog. Returns the chosen path, or `null` if the user canceled. */
  chooseFile: (suggestedPath: string, format: Format) => Promise<string | null>;
  /** Returns the folder of the account's last export, or `null` before the first export. */
  lastFolder: (accountId: string) => string | null;
  /** Saves the user's choices for the account's next export. */
  saveChoices: (accountId: string, options: ExportOptions, folder: string) => Promise<void>;
  /** The folder in which the dialog opens if there is no last folder or it no longer exists. */
  downloadsFolder: string;
  /** Shows the progress in the dock or taskbar: from 0 to 1, greater than 1 if unknown, `null` for none. */
  showProgress: (fraction: number | null) => void;
  openFile: (path: string) => Promise<void>;
  showInFolder: (path: string) => void;
  unfinished: UnfinishedExports;
}

/** Exports tenants to files that the user chooses, one file after the other. */
export class ExportService {
  readonly #dependencies: Dependencies;
  readonly #chooseQueue = new TaskQueue();
  readonly #writeQueue = new TaskQueue();
  /** The paths of exports that wait or are being written. */
  readonly #reservedPaths = new Set<string>();
  /** The files of this session by export id. Only these can be opened and shown in their folder. */
  readonly #writtenPaths = new Map<string, string>();
  /** The files that another program held, by export id. The export can be repeated under a free name next to them. */
  readonly #pathsInUse = new Map<string, string>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Asks for a file, waits for the exports before this one, and writes the file.
   *
   * @param onProgress called from the start of the writing with the rows read so far and, if known, the rows in total.
   * @throws AppError with a file code, a code of the API or the saved list, `canceled`, or `app_quitting`. No partial
   * file is left.
   */
  run(
    request: ExportTenantsRequest,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<ExportResult> {
    return this.#dependencies.unfinished.run(request, (quitSignal, onFileChosen) =>
      this.#run(request, AbortSignal.any([signal, quitSignal]), onFileChosen, onProgress),
    );
  }

  /** Returns what the file of an export will have. @throws AppError of the saved list, or `canceled`. */
  measure(request: ExportTenantsRequest, signal: AbortSignal): Promise<ExportSize> {
    return this.#dependencies.measure(request, { signal });
  }

  async #run(
    request: ExportTenantsRequest,
    signal: AbortSignal,
    onFileChosen: () => void,
    onProgress: OnProgress,
  ): Promise<ExportResult> {
    try {
      // One dialog at a time: otherwise two exports could find the same name free, or be written in the wrong order.
      const file = await this.#chooseQueue.run(signal, () => this.#reservePath(request));
      if (file === null) return { outcome: 'dismissed' };
      onFileChosen();
      const { path, obstacle, ...counts } = await this.#writeQueue
        .run(signal, () => this.#write(request, file, signal, onProgress))
        .finally(() => this.#reservedPaths.delete(file.path));
      const exportId = randomUUID();
      this.#writtenPaths.set(exportId, path);
      const notReplaced = obstacle && { path: file.path, code: obstacle.code };
      const excelLimit = findExcelLimit(path);
      return { outcome: 'saved', exportId, path, notReplaced, excelLimit, ...counts };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'file_in_use') throw error;
      const { path } = error;
      if (path === undefined) throw error;
      const exportId = randomUUID();
      this.#pathsInUse.set(exportId, path);
      const freeName = basename(await this.#findFreePath(path));
      return { outcome: 'inUse', exportId, path, freeName };
    }
  }

  /** Opens an exported file. @throws AppError `invalid_request` for an unknown id, or `file_not_opened`. */
  async open(exportId: string): Promise<void> {
    await this.#dependencies.openFile(getPath(this.#writtenPaths, exportId));
  }

  /** Shows an exported file in Explorer or Finder. @throws AppError `invalid_request` for an unknown id. */
  show(exportId: string): void {
    this.#dependencies.showInFolder(getPath(this.#writtenPaths, exportId));
  }

  /** Determines the path of an export and reserves it until the export ends. @returns `null` if the user canceled. */
  async #reservePath(request: ExportTenantsRequest): Promise<ChosenFile | null> {
    const { besideExportId } = request;
    const file =
      besideExportId === undefined
        ? await this.#chooseFile(request)
        : {
            path: await this.#findFreePath(getPath(this.#pathsInUse, besideExportId)),
            mayReplace: false,
          };
    if (file === null) return null;
    await assertNotInUse(file.path);
    this.#reservedPaths.add(file.path);
    return file;
  }

  async #chooseFile(request: ExportTenantsRequest): Promise<ChosenFile | null> {
    const { accountId, options } = request;
    const { chooseFile, downloadsFolder, lastFolder, saveChoices, suggestName } =
      this.#dependencies;
    const last = lastFolder(accountId);
    const folder = last !== null && (await pathExists(last)) ? last : downloadsFolder;
    const maximumLength = longestExcelPath - roomForNumber - join(folder, '_').length + 1;
    const suggested = join(folder, await suggestName(request, maximumLength));
    const chosen = await chooseFile(suggested, options.format);
    if (chosen === null) return null;
    // Excel does not open a file without its extension. On Windows and macOS the dialog adds the extension before it
    // asks whether to replace a file. If it is added here, the user was not asked, so no file may be replaced. The same
    // holds for the file of an export that is not written yet.
    const hasExtension = extname(chosen).toLowerCase() === `.${options.format}`;
    const pathWithExtension = hasExtension ? chosen : `${chosen}.${options.format}`;
    const isAgreed = hasExtension && !this.#reservedPaths.has(pathWithExtension);
    const path = isAgreed ? pathWithExtension : await this.#findFreePath(pathWithExtension);
    const mayReplace = isAgreed && (await pathExists(path));
    await saveChoices(accountId, options, dirname(path));
    return { path, mayReplace };
  }

  async #write(
    request: ExportTenantsRequest,
    file: ChosenFile,
    signal: AbortSignal,
    onProgress: OnProgress,
  ) {
    const { count, showProgress, write } = this.#dependencies;
    const report = (rows: number, ofRows: number | null) => {
      // The fraction is limited because the list may have grown since its rows were counted.
      showProgress(ofRows === null ? 2 : Math.min(1, rows / Math.max(1, ofRows)));
      onProgress(rows, ofRows ?? undefined);
    };
    // While this export waited, another file may have been saved at its path.
    const isTaken = !file.mayReplace && (await pathExists(file.path));
    const path = isTaken ? await this.#findFreePath(file.path) : file.path;
    this.#reservedPaths.add(path);
    try {
      report(0, null);
      const ofRows = await count(request);
      return await write(request, path, { signal, onProgress: (rows) => report(rows, ofRows) });
    } finally {
      showProgress(null);
      this.#reservedPaths.delete(path);
    }
  }

  #findFreePath(path: string): Promise<string> {
    return findFreePath(path, (candidate) => this.#reservedPaths.has(candidate));
  }
}

function getPath(paths: ReadonlyMap<string, string>, exportId: string): string {
  const path = paths.get(exportId);
  if (path === undefined) {
    throw new AppError({ code: 'invalid_request', message: 'There is no such export' });
  }
  return path;
}
