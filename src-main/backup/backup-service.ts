import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { TFunction } from 'i18next';
import type {
  BackupPreview,
  RestoreBackupRequest,
  RestoredBackup,
} from '../../src-shared/backup.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { dayAt } from '../../src-shared/days.ts';
import { AppError } from '../../src-shared/errors.ts';
import { createClock, type ComputerZone } from '../../src-shared/time-zone.ts';
import type { FileDialogOptions } from '../files/file-dialog-options.ts';
import type { BackupOutline, ReadBackup } from './backup-format.ts';
import { describeBackup } from './describe-backup.ts';
import { changeViews, moveListState, toViewChanges, type Targets } from './merge-views.ts';
import { outlineBackup } from './outline-backup.ts';
import {
  changeOwnData,
  findChangedSince,
  type AnnotationsAndNames,
  type OwnDataChange,
  type OwnDataParts,
} from './own-data.ts';

interface Parts extends OwnDataParts {
  versions: { app: string };
  computerZone: ComputerZone | null;
  /** Returns the texts in the current language. */
  translate: () => TFunction;
  /** The folder in which the dialogs open. */
  downloadsFolder: string;
  /** Shows the save dialog. Returns the chosen path, or `null` if the user canceled. */
  chooseFile: (options: FileDialogOptions) => Promise<string | null>;
  /** Shows the open dialog. Returns as `chooseFile`. */
  chooseExistingFile: (options: FileDialogOptions) => Promise<string | null>;
  /** Adds the annotations and names of owners, and writes the file. */
  writeBackup: (path: string, outline: BackupOutline) => Promise<unknown>;
  readBackup: (path: string) => Promise<ReadBackup>;
}

/**
 * Writes everything that is the user's own to a backup file, and restores it from one. The renderer chooses what is
 * restored, and gets neither the content nor the path of a file.
 */
export class BackupService {
  readonly #parts: Parts;
  #isChoosing = false;
  /** The file that was opened last. */
  #opened: { backupId: string; backup: ReadBackup } | null = null;
  /** Undoes the last restore, which has written `marks`. */
  #undo: { backupId: string; change: OwnDataChange; marks: AnnotationsAndNames } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Asks for a file and writes it. @returns `null` if the user canceled. @throws AppError as `writeBackup` */
  async save(): Promise<{ fileName: string } | null> {
    const { preferences, computerZone, translate, downloadsFolder, writeBackup } = this.#parts;
    const now = new Date();
    const clock = createClock(preferences.get().timeZone, computerZone);
    const suggestedName = translate()('dialogs.backup.fileName', { day: dayAt(now, clock) });
    const path = await this.#choose(
      this.#parts.chooseFile,
      join(downloadsFolder, `${suggestedName}.json`),
      translate()('dialogs.backup.saveTitle'),
    );
    if (path === null) return null;
    await writeBackup(path, outlineBackup(this.#parts, now)).catch(hideFolder);
    return { fileName: basename(path) };
  }

  /** Asks for a backup file and reads it. @returns `null` if the user canceled. @throws AppError as `readBackup` */
  async open(): Promise<BackupPreview | null> {
    const { connections, translate, downloadsFolder, readBackup } = this.#parts;
    const title = translate()('dialogs.backup.openTitle');
    const path = await this.#choose(this.#parts.chooseExistingFile, downloadsFolder, title);
    if (path === null) return null;
    this.#opened = null;
    const backup = await readBackup(path);
    const backupId = randomUUID();
    this.#opened = { backupId, backup };
    const description = describeBackup(backup, connections.savedLists(allAccounts));
    return { backupId, fileName: basename(path), ...description };
  }

  /** Forgets the content of a file. */
  close(backupId: string): void {
    if (this.#opened?.backupId === backupId) this.#opened = null;
  }

  /**
   * Restores the opened file. Its annotations and names replace those of the same tenants and owners, and its views those
   * with the same id. Everything else stays.
   *
   * @throws AppError `invalid_request`, or as `changeOwnData`
   */
  async restore(request: RestoreBackupRequest): Promise<RestoredBackup> {
    const { backupId } = request;
    if (this.#opened?.backupId !== backupId) throw invalid('This backup file is not open');
    const { backup } = this.#opened;
    const targets = toTargets(request, backup);
    const change = this.#toChange(backup, targets, request.withSettings);
    const leftOutViews = this.#countLeftOut(change);
    const undo = await changeOwnData(change, this.#parts);
    this.#undo = { backupId, change: undo, marks: change.marks };
    this.close(backupId);
    return { preferences: change.preferences, leftOutViews };
  }

  /**
   * Undoes the last restore. Keeps the views, marks and names that the restore did not write, and the marks and names
   * that were changed since.
   *
   * @throws AppError `invalid_request`, or as `changeOwnData`
   */
  async undo(backupId: string): Promise<RestoredBackup> {
    if (this.#undo?.backupId !== backupId) throw invalid('There is nothing to undo');
    const { change, marks } = this.#undo;
    const leftOutViews = this.#countLeftOut(change);
    const undone = await changeOwnData(change, this.#parts);
    this.#undo = null;
    await this.#parts.replaceAnnotations(findChangedSince(undone.marks, marks));
    return { preferences: change.preferences, leftOutViews };
  }

  /** Returns how many of the changed views do not fit. */
  #countLeftOut({ views }: OwnDataChange): number {
    return changeViews(this.#parts.views.all(), views).leftOut;
  }

  /** Shows one dialog at a time. A second one is canceled at once. */
  async #choose(
    show: Parts['chooseFile'],
    defaultPath: string,
    title: string,
  ): Promise<string | null> {
    if (this.#isChoosing) return null;
    this.#isChoosing = true;
    const name = this.#parts.translate()('dialogs.backup.fileType');
    try {
      return await show({ title, defaultPath, fileType: { name, extension: 'json' } });
    } finally {
      this.#isChoosing = false;
    }
  }

  #toChange(
    { accounts, allAccounts: ofAll, views, preferences }: ReadBackup,
    targets: Targets,
    withSettings: boolean,
  ): OwnDataChange {
    const { connections } = this.#parts;
    const restored = accounts.flatMap((account) => {
      const targetId = targets.get(account.accountId);
      if (targetId === undefined) return [];
      return [{ ...account, targetId, listId: connections.savedList(targetId).listId }];
    });
    const present = this.#parts.preferences.get();
    const settings = withSettings
      ? [
          ...restored.map((account) => [account.targetId, account.settings] as const),
          [allAccounts, ofAll] as const,
        ]
      : [];
    return {
      marks: {
        annotations: restored.flatMap(({ listId, annotations }) =>
          annotations.map(({ tenantId, ...annotation }) => ({ listId, tenantId, annotation })),
        ),
        ownerNames: restored.flatMap(({ listId, ownerNames }) =>
          ownerNames.map((owner) => ({ listId, ...owner })),
        ),
      },
      views: toViewChanges(views, targets),
      settings: new Map(
        settings.map(([accountId, { listState, ...others }]) => [
          accountId,
          { ...others, listState: listState && moveListState(listState, targets) },
        ]),
      ),
      preferences:
        withSettings && preferences !== null
          ? {
              ...preferences,
              language: preferences.language ?? present.language,
              colorScheme: preferences.colorScheme ?? present.colorScheme,
            }
          : null,
    };
  }
}

/** @throws AppError `invalid_request` if an account is not in the file, or gets the marks of two. */
function toTargets({ accounts }: RestoreBackupRequest, backup: ReadBackup): Targets {
  const targets = new Map(accounts.map(({ accountId, targetId }) => [accountId, targetId]));
  const inFile = new Set(backup.accounts.map(({ accountId }) => accountId));
  const areValid =
    [...targets.keys()].every((accountId) => inFile.has(accountId)) &&
    new Set(targets.values()).size === accounts.length;
  if (!areValid) throw invalid('These accounts cannot be restored');
  return targets;
}

/** @throws the error of a file without its folder, which the renderer must not learn. */
function hideFolder(error: unknown): never {
  if (!(error instanceof AppError) || error.path === undefined) throw error;
  const fields = { ...error.toFields(), path: basename(error.path) };
  throw new AppError(fields, { cause: error });
}

function invalid(message: string): AppError {
  return new AppError({ code: 'invalid_request', message });
}
