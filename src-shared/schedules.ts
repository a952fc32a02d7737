import { z } from 'zod';
import { accountOrAllSchema } from './account.ts';
import { exportFormats } from './choices.ts';
import type { ErrorCode } from './errors.ts';
import { weekdays } from './weekdays.ts';

/** When and what the system exports while nobody uses the app. */
export const scheduleSchema = z.object({
  scheduleId: z.uuid(),
  accountId: accountOrAllSchema,
  /** `null` for all tenants. */
  viewId: z.uuid().nullable(),
  days: z.array(z.enum(weekdays)).min(1).max(weekdays.length),
  /** The hour of this computer's clock. */
  hour: z.number().int().min(0).max(23),
  format: z.enum(exportFormats),
});

export const addScheduleRequestSchema = scheduleSchema.omit({ scheduleId: true });

export type Schedule = z.infer<typeof scheduleSchema>;
export type AddScheduleRequest = z.infer<typeof addScheduleRequestSchema>;

/** How a scheduled export ended. */
export interface ScheduledRun {
  /** RFC 3339 */
  endedAt: string;
  /** The rows of the file; `null` if there is none. */
  rows: number | null;
  /** Why no file was saved; `unknownName` if the account or the view no longer exists. `null` if it was saved. */
  error: ErrorCode | 'unknownName' | null;
}

/**
 * A scheduled export with its file and its last result. Values that were lost with a damaged settings file are not set;
 * the task of the system still has them.
 */
export type ScheduleStatus = Pick<Schedule, 'scheduleId'> & {
  [Name in Exclude<keyof Schedule, 'scheduleId'>]?: Schedule[Name] | undefined;
} & {
  path?: string | undefined;
  /** `null` before the first one. */
  lastRun: ScheduledRun | null;
};

/**
 * How the user's request for a scheduled export ended.
 *
 * - `failed`: the system does not accept tasks.
 * - `sameFile`: another scheduled export would write the file of this one at the same time, or with other rows.
 */
export type AddedSchedule =
  { outcome: 'added' | 'dismissed' | 'failed' } | { outcome: 'sameFile'; path: string };
