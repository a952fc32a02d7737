import { dirname, extname, join } from 'node:path';
import type { ExportOptions, ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { findFreePath, pathExists } from '../files/find-free-path.ts';
import { longestExcelName } from './excel-limits.ts';
import { nameAgain } from './name-again.ts';
import type { StoredExport } from './recent-exports-file.ts';

/** The file of an export that waits or is being written. */
export interface ChosenFile {
  path: string;
  /** Whether a file existed when the user chose the path, so that the user agreed to replace it. */
  mayReplace: boolean;
  /** The name that was suggested; without a dialog, the one that a dialog would suggest. */
  suggestedName: string;
}

/** What the name and the folder of a file depend on. */
export interface FileChoices {
  /** Returns the file name that the save dialog suggests, including the extension, of at most `maximumLength` letters. */
  suggestName: (request: ExportTenantsRequest, maximumLength: number) => Promise<string>;
  /** Shows the save dialog. Returns the chosen path, or `null` if the user canceled. */
  chooseFile: (defaultPath: string, request: ExportTenantsRequest) => Promise<string | null>;
  /** Returns the folder of the account's last export, or `null` before the first export. */
  lastFolder: (accountId: string) => string | null;
  /** Returns the current day, `2026-11-23`. */
  today: () => string;
  /** Saves the user's choices for the account's next export. @param options `null` if they are not for tenants. */
  saveChoices: (accountId: string, options: ExportOptions | null, folder: string) => Promise<void>;
  /** The folder in which the dialog opens if there is no last folder or it no longer exists. */
  downloadsFolder: string;
}

/** Determines the files of exports. No two exports that wait or are being written get the same path. */
export class FileChooser {
  readonly #choices: FileChoices;
  /** The paths of exports that wait or are being written. */
  readonly #reservedPaths = new Set<string>();

  constructor(choices: FileChoices) {
    this.#choices = choices;
  }

  /** Keeps a path from other exports. */
  reserve(path: string): void {
    this.#reservedPaths.add(path);
  }

  release(path: string): void {
    this.#reservedPaths.delete(path);
  }

  /** Returns the path, with a number in its name if it is taken or reserved. */
  findFreePath(path: string): Promise<string> {
    return findFreePath(path, (candidate) => this.#reservedPaths.has(candidate));
  }

  /** Returns a file that does not exist yet, with a number in its name if the path is taken. */
  async create(request: ExportTenantsRequest, path: string): Promise<ChosenFile> {
    const suggestedName = await this.#suggestName(request, dirname(path));
    return { path: await this.findFreePath(path), mayReplace: false, suggestedName };
  }

  /** Returns a new file in the folder of an earlier export. */
  async createAgain(request: ExportTenantsRequest, earlier: StoredExport): Promise<ChosenFile> {
    const folder = dirname(earlier.path);
    const suggestedName = await this.#suggestName(request, folder);
    const name = nameAgain(earlier, suggestedName, this.#choices.today());
    return { path: await this.findFreePath(join(folder, name)), mayReplace: false, suggestedName };
  }

  /** Returns a name for the file whose path is short enough for Excel. */
  #suggestName(request: ExportTenantsRequest, folder: string): Promise<string> {
    return this.#choices.suggestName(request, longestExcelName(folder));
  }

  /**
   * Shows the save dialog.
   *
   * @returns `null` if the user canceled.
   */
  async choose(request: ExportTenantsRequest): Promise<ChosenFile | null> {
    const { accountId, records = 'tenants', options } = request;
    const { chooseFile, downloadsFolder, lastFolder, saveChoices } = this.#choices;
    const last = lastFolder(accountId);
    const folder = last !== null && (await pathExists(last)) ? last : downloadsFolder;
    const suggestedName = await this.#suggestName(request, folder);
    const chosen = await chooseFile(join(folder, suggestedName), request);
    if (chosen === null) return null;
    // Excel does not open a file without its extension. On Windows and macOS the dialog adds the extension before it
    // asks whether to replace a file. If it is added here, the user was not asked, so no file may be replaced. The same
    // holds for the file of an export that is not written yet.
    const hasExtension = extname(chosen).toLowerCase() === `.${options.format}`;
    const pathWithExtension = hasExtension ? chosen : `${chosen}.${options.format}`;
    const isAgreed = hasExtension && !this.#reservedPaths.has(pathWithExtension);
    const path = isAgreed ? pathWithExtension : await this.findFreePath(pathWithExtension);
    const mayReplace = isAgreed && (await pathExists(path));
    await saveChoices(accountId, records === 'tenants' ? options : null, dirname(path));
    return { path, mayReplace, suggestedName };
  }
}
