import { basename, join } from 'node:path';
import { z } from 'zod';
import { accountOrAllSchema } from '../../src-shared/account.ts';
import type { AppError } from '../../src-shared/errors.ts';
import {
  exportContentsSchema,
  type ExportTenantsRequest,
  type RecentExport,
} from '../../src-shared/export-tenants.ts';
import { mostRecentExports } from '../../src-shared/limits.ts';
import { JsonFile } from '../files/json-file.ts';
import { onlyKnown } from '../files/only-known.ts';

const recentExportSchema = z.object({
  exportId: z.uuid(),
  /** It is never sent to the renderer. */
  path: z.string(),
  /** The name that the app suggested when the file was saved; the user may have chosen another one. */
  suggestedName: z.string(),
  exportedAt: z.iso.datetime(),
  rows: z.number().int().min(0),
  changeLines: z.number().int().min(0).nullable(),
  /** With an unknown filter, a repeated export would have other rows. Without contents, it cannot be repeated. */
  contents: onlyKnown(exportContentsSchema.nullable()).default(null),
});
const fileSchema = z.record(
  accountOrAllSchema,
  z.array(recentExportSchema).max(mostRecentExports).default([]),
);

export type StoredExport = z.infer<typeof recentExportSchema>;

/** The last exports of each account, newest first. */
export class RecentExportsFile {
  readonly #file: JsonFile<z.infer<typeof fileSchema>>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'recent-exports.json'), {
      schema: fileSchema,
      defaultContent: {},
    });
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  /** Returns the exports of an account as the renderer may see them. */
  list(accountId: string): RecentExport[] {
    const exports = this.#file.content[accountId] ?? [];
    return exports.map(({ exportId, path, exportedAt, rows, changeLines, contents }) => ({
      ...{ exportId, exportedAt, rows, changeLines },
      name: basename(path),
      viewId: contents?.viewId ?? null,
      isRepeatable: contents !== null,
    }));
  }

  /** Returns a recent export of any account; `undefined` if it is no longer remembered. */
  find(exportId: string): StoredExport | undefined {
    return Object.values(this.#file.content)
      .flat()
      .find((each) => each.exportId === exportId);
  }

  /** Adds an export of an account, and forgets the oldest ones. @throws AppError with a file code. */
  add(accountId: string, added: StoredExport): Promise<void> {
    return this.#file.change((exports) => ({
      ...exports,
      [accountId]: [added, ...(exports[accountId] ?? [])].slice(0, mostRecentExports),
    }));
  }

  /**
   * Removes the exports of an account, and those of all accounts that name it, also from the previous version.
   *
   * @throws AppError with a file code.
   */
  remove(accountId: string): Promise<void> {
    const isOther = (stored: StoredExport) => !JSON.stringify(stored).includes(accountId);
    return this.#file.change(
      (exports) =>
        Object.fromEntries(
          Object.entries(exports)
            .filter(([id]) => id !== accountId)
            .map(([id, each]) => [id, each.filter(isOther)]),
        ),
      { keepsPrevious: false },
    );
  }
}

/**
 * Returns what is remembered of an export: everything but its rows. `null` if the rows were chosen one by one, because
 * another export of them would be of other rows, or of rows that are gone. The values of a matched list are left out of the
 * filter values, because the filter of the scope has them.
 */
export function toRepeatable({ scope, options, filterValues, viewId }: ExportTenantsRequest) {
  const isChosen =
    scope.kind === 'page' ||
    scope.kind === 'selected' ||
    scope.kind === 'selectedSaved' ||
    (scope.kind === 'all' && scope.except !== undefined);
  if (isChosen) return null;
  return {
    scope,
    options,
    ...(viewId !== undefined && { viewId }),
    ...(filterValues && { filterValues: { ...filterValues, matching: undefined } }),
  };
}
