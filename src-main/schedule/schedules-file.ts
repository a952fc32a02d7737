import { join } from 'node:path';
import { z } from 'zod';
import { errorCodes, type AppError } from '../../src-shared/errors.ts';
import {
  scheduleSchema,
  type ScheduledRun,
  type ScheduleStatus,
} from '../../src-shared/schedules.ts';
import { JsonFile } from '../files/json-file.ts';
import { onlyKnown } from '../files/only-known.ts';

const { scheduleId, accountId, viewId, days, hour, format } = scheduleSchema.shape;

const lastRunSchema = z.object({
  endedAt: z.iso.datetime(),
  rows: z.number().int().min(0).nullable(),
  error: z.enum([...errorCodes, 'unknownName']).nullable(),
});

/**
 * A schedule stays in the list if any of its other values is invalid: the system still runs its task, which the user can
 * only remove by it.
 */
const storedScheduleSchema = z.object({
  scheduleId,
  accountId: accountId.optional(),
  viewId: viewId.optional(),
  days: onlyKnown(days).optional(),
  hour: hour.optional(),
  format: format.optional(),
  path: z.string().optional(),
  lastRun: lastRunSchema.nullable().default(null),
});

/** The scheduled exports, with the last result of each. */
export class SchedulesFile {
  readonly #file: JsonFile<ScheduleStatus[]>;
  readonly #removedIds = new Set<string>();

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'schedules.json'), {
      // Without a maximum: the user could not remove the task of a schedule that was left out.
      schema: z.array(storedScheduleSchema),
      defaultContent: [],
    });
  }

  /** As `JsonFile.load`. */
  load(): Promise<AppError | null> {
    return this.#file.load();
  }

  all(): readonly ScheduleStatus[] {
    return this.#file.content;
  }

  /** @throws AppError with a file code. */
  add(added: ScheduleStatus): Promise<void> {
    return this.#file.change((schedules) => [...schedules, added]);
  }

  /** Removes a schedule, also from the previous version. @throws AppError with a file code. */
  remove(removedId: string): Promise<void> {
    this.#removedIds.add(removedId);
    return this.#file.change(
      (schedules) => schedules.filter((each) => each.scheduleId !== removedId),
      { keepsPrevious: false },
    );
  }

  /**
   * Keeps how the export of a schedule ended. If the file was lost, adds the schedule without its other values, so that
   * the user can remove its task. Does nothing if the schedule was just removed. @throws AppError with a file code.
   */
  setLastRun(schedule: { scheduleId: string; path: string }, lastRun: ScheduledRun): Promise<void> {
    const isSame = (each: ScheduleStatus) => each.scheduleId === schedule.scheduleId;
    return this.#file.change((schedules) => {
      const isAdded = !schedules.some(isSame) && !this.#removedIds.has(schedule.scheduleId);
      const all = isAdded ? [...schedules, { ...schedule, lastRun }] : schedules;
      return all.map((each) => (isSame(each) ? { ...each, lastRun } : each));
    });
  }
}
