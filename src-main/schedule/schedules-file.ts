import { join } from 'node:path';
import { z } from 'zod';
import { errorCodes, type AppError } from '../../src-shared/errors.ts';
import { mostSchedules } from '../../src-shared/limits.ts';
import {
  scheduleSchema,
  type ScheduledRun,
  type ScheduleStatus,
} from '../../src-shared/schedules.ts';
import { JsonFile } from '../files/json-file.ts';

const storedScheduleSchema = scheduleSchema.extend({
  path: z.string(),
  lastRun: z
    .object({
      endedAt: z.iso.datetime(),
      rows: z.number().int().min(0).nullable(),
      error: z.enum([...errorCodes, 'unknownName']).nullable(),
    })
    .nullable(),
});

/** The scheduled exports, with the last result of each. */
export class SchedulesFile {
  readonly #file: JsonFile<ScheduleStatus[]>;

  constructor(dataFolder: string) {
    this.#file = new JsonFile(join(dataFolder, 'schedules.json'), {
      schema: z.array(storedScheduleSchema).max(mostSchedules),
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
  remove(scheduleId: string): Promise<void> {
    return this.#file.change(
      (schedules) => schedules.filter((each) => each.scheduleId !== scheduleId),
      { keepsPrevious: false },
    );
  }

  /** Keeps how the export of a schedule ended. Does nothing if it was removed. @throws AppError with a file code. */
  setLastRun(scheduleId: string, lastRun: ScheduledRun): Promise<void> {
    return this.#file.change((schedules) =>
      schedules.map((each) => (each.scheduleId === scheduleId ? { ...each, lastRun } : each)),
    );
  }
}
