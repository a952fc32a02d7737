import { join } from 'node:path';
import { z } from 'zod';
import { emptyLayout, layoutSchema, shownListSchema } from '../../src-shared/account-settings.ts';
import { allAccounts, defaultExportOptions, densities } from '../../src-shared/choices.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { exportOptionsSchema } from '../../src-shared/export-tenants.ts';
import { keepAccounts } from '../../src-shared/filter-values.ts';
import { filterValuesSchema } from '../../src-shared/filter-values-schema.ts';
import { mostViews } from '../../src-shared/limits.ts';
import { recordKinds } from '../../src-shared/record-kinds.ts';
import { viewSchema, type View } from '../../src-shared/views.ts';
import { JsonFile } from '../files/json-file.ts';
import { onlyKnown } from '../files/only-known.ts';
import { withDefaults } from '../files/with-defaults.ts';

/**
 * What decides which records a view shows. Without one of its filters it would show other tenants than its name says, and
 * so would a filter of a newer version.
 */
const meaningSchema = z.object({
  shown: z.object({
    filterValues: onlyKnown(filterValuesSchema),
    layout: z.object({ records: z.enum(recordKinds).optional() }),
  }),
});

/** A view that falls as a whole if its meaning is invalid. How it looks has defaults. */
const storedViewSchema = z
  .unknown()
  .check(({ value, issues }) => {
    const { error } = meaningSchema.safeParse(value);
    if (error === undefined) return;
    issues.push({ code: 'custom', input: value, message: z.prettifyError(error) });
  })
  .pipe(
    viewSchema.extend({
      shown: z.object({
        filterValues: filterValuesSchema,
        sort: shownListSchema.shape.sort.default(null),
        layout: withDefaults(emptyLayout, layoutSchema),
        density: shownListSchema.shape.density.default(densities[0]),
      }),
      exportOptions: withDefaults(defaultExportOptions, exportOptionsSchema)
        .nullable()
        .default(null),
    }),
  );

/** The saved views of all accounts, in the user's order. */
export class ViewsFile {
  readonly #file: JsonFile<View[]>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'views.json'), {
      schema: z.array(storedViewSchema).max(mostViews),
      defaultContent: [],
    });
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  all(): View[] {
    return this.#file.content;
  }

  /**
   * Replaces all views.
   *
   * @param exists whether there is an account. Views of other accounts are dropped.
   * @throws AppError with a file code.
   */
  save(views: readonly View[], exists: (accountId: string) => boolean): Promise<void> {
    return this.#file.change(() => keepViews(views, exists));
  }

  /** Removes the views of an account, also from the previous version. @throws AppError with a file code. */
  removeAccount(accountId: string): Promise<void> {
    return this.#file.change((views) => keepViews(views, (other) => other !== accountId), {
      keepsPrevious: false,
    });
  }
}

/** Removes the accounts that do not exist, with their views and from the filters of other views. */
function keepViews(views: readonly View[], exists: (accountId: string) => boolean): View[] {
  return views
    .filter(({ accountId }) => accountId === null || accountId === allAccounts || exists(accountId))
    .map((view) => ({ ...view, shown: keepAccounts(view.shown, exists) }));
}
