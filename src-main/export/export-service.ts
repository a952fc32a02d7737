import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';
import type { OnProgress } from '../rpc/calls.ts';
import type {
  ExportRequest,
  ExportResult,
  ExportTenantsRequest,
} from '../../src-shared/export-tenants.ts';
import type { WrittenExport } from '../lists/calls.ts';
import { assertNotInUse } from '../files/assert-not-in-use.ts';
import { pathExists } from '../files/find-free-path.ts';
import { findExcelLimit } from './excel-limits.ts';
import { FileChooser, type ChosenFile, type FileChoices } from './file-chooser.ts';
import { toRepeatable, type StoredExport } from './recent-exports-file.ts';
import { TaskQueue } from '../rpc/task-queue.ts';
import type { UnfinishedExports } from './unfinished-exports.ts';

interface Dependencies extends FileChoices {
  /** Writes the file completely or not at all. A finished file that cannot replace another one gets another path. */
  write: (
    request: ExportTenantsRequest,
    path: string,
    options: { signal: AbortSignal; onProgress: OnProgress },
  ) => Promise<WrittenExport>;
  /** Returns how many rows the export will have, or `null` if only the server knows. */
  count: (request: ExportTenantsRequest) => Promise<number | null>;
  /** Returns a remembered export, also of an earlier session. */
  findRecent: (exportId: string) => StoredExport | undefined;
  /** Remembers a saved export. Never fails. */
  remember: (accountId: string, saved: StoredExport) => Promise<void>;
  /** Returns the request with the relative days of its filter as they are now. */
  renew: (request: ExportTenantsRequest) => ExportTenantsRequest;
  /** Shows the progress in the dock or taskbar: from 0 to 1, greater than 1 if unknown, `null` for none. */
  showProgress: (fraction: number | null) => void;
  openFile: (path: string) => Promise<void>;
  showInFolder: (path: string) => void;
  unfinished: UnfinishedExports;
}

/** An export whose contents are known, also if it repeats another one. */
interface ResolvedExport {
  request: ExportTenantsRequest;
  /** The earlier export whose folder and name it gets; `null` if the user chooses them. */
  namedAfter: StoredExport | null;
}

/** Exports tenants to files that the user chooses, one file after the other. */
export class ExportService {
  readonly #dependencies: Dependencies;
  readonly #files: FileChooser;
  readonly #chooseQueue = new TaskQueue();
  readonly #writeQueue = new TaskQueue();
  /** The files of this session by export id. Only these can be opened and shown in their folder. */
  readonly #writtenPaths = new Map<string, string>();
  /** The files that another program held, by export id. The export can be repeated under a free name next to them. */
  readonly #pathsInUse = new Map<string, string>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    this.#files = new FileChooser(dependencies);
  }

  /**
   * Asks for a file unless an export is repeated, waits for the exports before this one, and writes the file.
   *
   * @param onProgress called from the start of the writing with the rows read so far and, if known, the rows in total.
   * @throws AppError with a file code, a code of the API or the saved list, `canceled`, `app_quitting`, or
   * `invalid_request` if the export that is repeated is not remembered. No partial file is left.
   */
  run(request: ExportRequest, signal: AbortSignal, onProgress: OnProgress): Promise<ExportResult> {
    return this.#dependencies.unfinished.run(request, async (quitSignal, onFileChosen) =>
      this.#run(
        this.#resolve(request),
        AbortSignal.any([signal, quitSignal]),
        onFileChosen,
        onProgress,
      ),
    );
  }

  /** Returns what an export contains and which earlier one names its file. @throws AppError `invalid_request` */
  #resolve(request: ExportRequest): ResolvedExport {
    if (!('repeatsExportId' in request)) return { request, namedAfter: null };
    const { findRecent, renew } = this.#dependencies;
    const { accountId, repeatsExportId, asksForFile = false, besideExportId } = request;
    const earlier = findRecent(repeatsExportId);
    const contents = earlier?.contents ?? null;
    if (earlier === undefined || contents === null) throw unknownExport();
    return {
      request: renew({ ...contents, accountId, besideExportId }),
      namedAfter: asksForFile ? null : earlier,
    };
  }

  async #run(
    { request, namedAfter }: ResolvedExport,
    signal: AbortSignal,
    onFileChosen: () => void,
    onProgress: OnProgress,
  ): Promise<ExportResult> {
    try {
      // One dialog at a time: otherwise two exports could find the same name free, or be written in the wrong order.
      const file = await this.#chooseQueue.run(signal, () =>
        this.#reservePath(request, namedAfter),
      );
      if (file === null) return { outcome: 'dismissed' };
      onFileChosen();
      const { path, obstacle, ...written } = await this.#writeQueue
        .run(signal, () => this.#write(request, file, signal, onProgress))
        .finally(() => this.#files.release(file.path));
      const exportId = randomUUID();
      this.#writtenPaths.set(exportId, path);
      const { suggestedName } = file;
      const { rows, changeLines, unreadableRows, missingRows } = written;
      const counts = { rows, changeLines, unreadableRows, missingRows };
      await this.#remember(request, { exportId, path, suggestedName, rows, changeLines });
      const notReplaced = obstacle && { path: file.path, code: obstacle.code };
      const excelLimit = findExcelLimit(path);
      return { outcome: 'saved', exportId, path, notReplaced, excelLimit, ...counts };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'file_in_use') throw error;
      const { path } = error;
      if (path === undefined) throw error;
      const exportId = randomUUID();
      this.#pathsInUse.set(exportId, path);
      const freeName = basename(await this.#files.findFreePath(path));
      return { outcome: 'inUse', exportId, path, freeName };
    }
  }

  /**
   * Waits for the exports before this one, and writes a file without asking. It is not remembered as a recent export.
   *
   * @param path the file. An existing one is replaced.
   * @throws AppError like `run`; `file_in_use` also if another program has the file open.
   */
  runTo(
    request: ExportTenantsRequest,
    path: string,
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<WrittenExport> {
    return this.#dependencies.unfinished.run(null, async (quitSignal, onFileChosen) => {
      const eitherSignal = AbortSignal.any([signal, quitSignal]);
      await assertNotInUse(path);
      this.#files.reserve(path);
      onFileChosen();
      const file = { path, mayReplace: true };
      return this.#writeQueue
        .run(eitherSignal, () => this.#write(request, file, eitherSignal, onProgress))
        .finally(() => this.#files.release(path));
    });
  }

  /** Opens an exported file. @throws AppError `invalid_request` for an unknown id, or `file_not_opened`. */
  async open(exportId: string): Promise<void> {
    await this.#dependencies.openFile(this.#writtenPath(exportId));
  }

  /** Shows an exported file in Explorer or Finder. @throws AppError like `open`. */
  async show(exportId: string): Promise<void> {
    const path = this.#writtenPath(exportId);
    if (!(await pathExists(path))) {
      throw new AppError({ code: 'file_not_opened', message: 'The file no longer exists', path });
    }
    this.#dependencies.showInFolder(path);
  }

  /** Determines the path of an export and reserves it until the export ends. @returns `null` if the user canceled. */
  async #reservePath(
    request: ExportTenantsRequest,
    namedAfter: StoredExport | null,
  ): Promise<ChosenFile | null> {
    const { besideExportId } = request;
    const file =
      besideExportId !== undefined
        ? await this.#files.create(request, getPath(this.#pathsInUse, besideExportId))
        : namedAfter !== null
          ? await this.#files.createAgain(request, namedAfter)
          : await this.#files.choose(request);
    if (file === null) return null;
    await assertNotInUse(file.path);
    this.#files.reserve(file.path);
    return file;
  }

  async #write(
    request: ExportTenantsRequest,
    file: Pick<ChosenFile, 'path' | 'mayReplace'>,
    signal: AbortSignal,
    onProgress: OnProgress,
  ) {
    const { count, showProgress, write } = this.#dependencies;
    const report = (rows: number, ofRows: number | null, retry?: Retry) => {
      // The fraction is limited because the list may have grown since its rows were counted.
      showProgress(ofRows === null ? 2 : Math.min(1, rows / Math.max(1, ofRows)));
      onProgress(rows, ofRows ?? undefined, retry);
    };
    // While this export waited, another file may have been saved at its path.
    const isTaken = !file.mayReplace && (await pathExists(file.path));
    const path = isTaken ? await this.#files.findFreePath(file.path) : file.path;
    this.#files.reserve(path);
    try {
      report(0, null);
      const ofRows = await count(request);
      return await write(request, path, {
        signal,
        onProgress: (rows, _ofRows, retry) => report(rows, ofRows, retry),
      });
    } finally {
      showProgress(null);
      this.#files.release(path);
    }
  }

  #remember(
    request: ExportTenantsRequest,
    saved: Omit<StoredExport, 'exportedAt' | 'contents'>,
  ): Promise<void> {
    return this.#dependencies.remember(request.accountId, {
      ...saved,
      exportedAt: new Date().toISOString(),
      contents: toRepeatable(request),
    });
  }

  #writtenPath(exportId: string): string {
    const path = this.#writtenPaths.get(exportId) ?? this.#dependencies.findRecent(exportId)?.path;
    if (path === undefined) throw unknownExport();
    return path;
  }
}

function getPath(paths: ReadonlyMap<string, string>, exportId: string): string {
  const path = paths.get(exportId);
  if (path === undefined) throw unknownExport();
  return path;
}

function unknownExport(): AppError {
  return new AppError({ code: 'invalid_request', message: 'There is no such export' });
}
