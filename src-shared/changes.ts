import { z } from 'zod';
import { accountIdSchema, accountOrAllSchema } from './account.ts';
import { namedBaselines } from './choices.ts';
import { longestTime, longestValue } from './limits.ts';
import { recordsSchema } from './records-schema.ts';
import { changeKinds, recordFields, type ChangeKind } from './tenant-fields.ts';
import type { RecordField } from './list-record.ts';

/**
 * The moment that a list is compared with: a named one, or a time in RFC 3339. A day of the user's clock is its first
 * moment. A list at a time is as the last complete run before that time left it.
 */
export const baselineSchema = z.union([
  z.enum(namedBaselines),
  z.iso.datetime({ offset: true }).max(longestTime),
]);

export type Baseline = z.infer<typeof baselineSchema>;

/** A change of one tenant, found by a complete run. */
export const changeSchema = z.object({
  kind: z.enum(changeKinds),
  /** When the run ended that found it. */
  foundAt: z.iso.datetime(),
  /** For `changed`: the fields with their old and new values. */
  fields: z.array(
    z.object({
      field: z.enum(recordFields),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

export type Change = z.infer<typeof changeSchema>;

/** Selects changes of a field, optionally those after which the field has a certain value. */
export const changedFieldSchema = z.object({
  field: z.enum(recordFields),
  after: z.string().max(longestValue).nullable().optional(),
});

export const changesRequestSchema = z.object({
  accountId: accountOrAllSchema,
  records: recordsSchema,
  since: baselineSchema,
});

/** The run up to which the changes of an account have been seen; `null` if none have. */
const seenMarkSchema = z.object({
  accountId: accountIdSchema,
  records: recordsSchema,
  runId: z.number().int().min(0).nullable(),
});

export const setSeenRequestSchema = z.object({ marks: z.array(seenMarkSchema).max(1_000) });

export type SeenMark = z.infer<typeof seenMarkSchema>;

/** What has changed since a baseline. A tenant whose values are the same again has not changed. */
export interface ChangesSummary {
  /**
   * When the older list was complete, in RFC 3339; for several lists, the oldest time. `null` if there is nothing to
   * compare with: the list was read only once, or never.
   */
  from: string | null;
  /** When the newer list was complete. */
  to: string | null;
  counts: Record<ChangeKind, number>;
  /** The fields that have changed, with the number of changed tenants. The most frequent comes first. */
  fields: { field: RecordField; count: number }[];
  /** Whether one of the lists was exported, so that there is a last export to compare with. */
  wasExported: boolean;
  /** Marks what the summary counts as seen, when it is sent back with `setSeen`. */
  shown: SeenMark[];
}
