import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { shownListSchema } from './account-settings.ts';
import { maximumNameLength } from './choices.ts';
import { exportOptionsSchema } from './export-tenants.ts';
import { mostViews } from './limits.ts';

/** A name for what a list shows: filters, order, columns and the height of rows. */
export const viewSchema = z.object({
  viewId: z.uuid(),
  name: z.string().trim().min(1).max(maximumNameLength),
  /** The account that has the view, or `allAccounts` for the list of all accounts; `null` for every list. */
  accountId: accountOrAllSchema.nullable(),
  shown: shownListSchema,
  /** The options of the last export; `null` before the first one. */
  exportOptions: exportOptionsSchema.nullable(),
});

export const viewsSchema = z.array(viewSchema).max(mostViews);

export type View = z.infer<typeof viewSchema>;
