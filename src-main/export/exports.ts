import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportResult, ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { timeZone } from '../../src-shared/time-zone.ts';
import { assertNotInUse } from '../files/write-beside.ts';

interface Parts {
  /** Writes the workbook as a whole or not at all. */
  write: (
    request: ExportTenantsRequest,
    path: string,
    options: { signal: AbortSignal; onRows: (rows: number) => void },
  ) => Promise<{ rows: number; unreadableRows: number }>;
  /** Asks for a file's name; `null` when the dialog is closed without one. */
  chooseFile: (suggestion: string) => Promise<string | null>;
  /** The folder the dialog opens in. */
  folder: string;
  showInFolder: (path: string) => void;
  now?: () => Date;
}

/** Has tenants written into workbooks where the user wants them. */
export class Exports {
  readonly #parts: Parts;
  /** The files written in this session: only these can be shown in their folder. */
  readonly #paths = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Asks where to, then has the workbook written there.
   *
   * @param onRows is told how many rows were read so far.
   * @throws AppError with a file code, one of the way to the API, or `canceled`; no partial file is left behind.
   */
  async run(
    request: ExportTenantsRequest,
    signal: AbortSignal,
    onRows: (rows: number) => void,
  ): Promise<ExportResult> {
    const chosen = await this.#parts.chooseFile(join(this.#parts.folder, this.#fileName()));
    if (chosen === null) return { outcome: 'dismissed' };
    const path = await withExtension(chosen);
    await assertNotInUse(path);
    const written = await this.#parts.write(request, path, { signal, onRows });
    const exportId = randomUUID();
    this.#paths.set(exportId, path);
    return { outcome: 'saved', exportId, path, ...written };
  }

  /** Shows a file of this session in Explorer or Finder. @throws AppError `invalid_request` for any other. */
  show(exportId: string): void {
    const path = this.#paths.get(exportId);
    if (path === undefined) {
      throw new AppError({ code: 'invalid_request', message: 'There is no such export' });
    }
    this.#parts.showInFolder(path);
  }

  /** Dated by the same clock as the dates inside. */
  #fileName(): string {
    const now = this.#parts.now?.() ?? new Date();
    const date = new Date(now.getTime() + timeZone.offsetMinutes * 60_000)
      .toISOString()
      .slice(0, 10);
    return `etelecom-tenants_${date}.xlsx`;
  }
}

/**
 * Excel opens no file without its extension. Windows and macOS add it before they ask whether to replace a file; where
 * it is added here, nobody was asked, so a free name is found.
 */
async function withExtension(chosen: string): Promise<string> {
  if (extname(chosen).toLowerCase() === '.xlsx') return chosen;
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${chosen}.xlsx` : `${chosen} (${number}).xlsx`;
    if (!(await exists(path))) return path;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
