import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { emptyLayout, layoutSchema, shownListSchema } from '../../src-shared/account-settings.ts';
import { allAccounts, defaultExportOptions, densities } from '../../src-shared/choices.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { exportOptionsSchema } from '../../src-shared/export-tenants.ts';
import { keepAccounts, type FilterValues } from '../../src-shared/filter-values.ts';
import { filterValuesSchema } from '../../src-shared/filter-values-schema.ts';
import { mostViews } from '../../src-shared/limits.ts';
import { recordKinds } from '../../src-shared/record-kinds.ts';
import { viewSchema, type View } from '../../src-shared/views.ts';
import { JsonFile } from '../files/json-file.ts';
import { onlyKnown } from '../files/only-known.ts';
import { withDefaults } from '../files/with-defaults.ts';

/**
 * Returns the schema of a stored view. A view is dropped as a whole if what decides which records it shows is invalid:
 * without one of its filters it would show other tenants than its name says. How it looks has defaults.
 *
 * @param filterSchema says which filters are valid.
 */
export function createStoredViewSchema(filterSchema: z.ZodType<FilterValues>) {
  const meaningSchema = z.object({
    shown: z.object({
      filterValues: filterSchema,
      layout: z.object({ records: z.enum(recordKinds).optional() }),
    }),
  });
  return z
    .unknown()
    .check(({ value, issues }) => {
      const { error } = meaningSchema.safeParse(value);
      if (error === undefined) return;
      issues.push({ code: 'custom', input: value, message: z.prettifyError(error) });
    })
    .pipe(
      viewSchema.extend({
        viewId: viewSchema.shape.viewId.default(() => randomUUID()),
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
}

/** Reports each id that an earlier view has. Without its id, `parseByValue` gives the view a new one. */
export function rejectRepeatedViewIds({ value, issues }: z.core.ParsePayload<View[]>): void {
  const ids = new Set<string>();
  for (const [index, { viewId }] of value.entries()) {
    if (ids.has(viewId)) {
      const path = [index, 'viewId'];
      issues.push({ code: 'custom', input: viewId, path, message: 'The id is repeated' });
    }
    ids.add(viewId);
  }
}

/** Not `max`, which would count invalid views too. */
function limitViews({ value, issues }: z.core.ParsePayload<View[]>): void {
  if (value.length <= mostViews) return;
  const limit = { maximum: mostViews, inclusive: true } as const;
  issues.push({ code: 'too_big', origin: 'array', ...limit, input: value });
}

/** A filter of a newer version counts as invalid, because the view would show other tenants without it. */
const storedViewSchema = createStoredViewSchema(onlyKnown(filterValuesSchema));

/** The saved views of all accounts, in the user's order. */
export class ViewsFile {
  readonly #file: JsonFile<View[]>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'views.json'), {
      schema: z.array(storedViewSchema).check(rejectRepeatedViewIds, limitViews),
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
    return this.update(() => views, exists);
  }

  /**
   * Changes the views.
   *
   * @param change returns all views for the current ones.
   * @param exists as for `save`.
   * @throws AppError with a file code.
   */
  update(
    change: (views: readonly View[]) => readonly View[],
    exists: (accountId: string) => boolean,
  ): Promise<void> {
    return this.#file.change((views) => keepViews(change(views), exists));
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
