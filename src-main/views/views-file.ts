import { join } from 'node:path';
import { z } from 'zod';
import { shownListSchema } from '../../src-shared/account-settings.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import type { AppError } from '../../src-shared/errors.ts';
import { keepAccounts } from '../../src-shared/filter-values.ts';
import { filterValuesSchema } from '../../src-shared/filter-values-schema.ts';
import { mostViews } from '../../src-shared/limits.ts';
import { viewSchema, type View } from '../../src-shared/views.ts';
import { JsonFile } from '../files/json-file.ts';
import { onlyKnown } from '../files/only-known.ts';

/** A filter of a newer version counts as invalid. */
const knownViewSchema = viewSchema.extend({
  shown: shownListSchema.extend({ filterValues: onlyKnown(filterValuesSchema) }),
});

/**
 * A view that falls as a whole if one of its values is invalid: without one of its filters it would show other tenants
 * than its name says.
 */
const storedViewSchema = z.unknown().transform((stored, context): View => {
  const parsed = knownViewSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: z.prettifyError(parsed.error) });
  return z.NEVER;
});

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
