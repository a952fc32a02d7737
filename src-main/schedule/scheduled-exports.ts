import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TFunction } from 'i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import { mostSchedules } from '../../src-shared/limits.ts';
import type {
  AddedSchedule,
  AddScheduleRequest,
  Schedule,
  ScheduleStatus,
} from '../../src-shared/schedules.ts';
import type { View } from '../../src-shared/views.ts';
import type { Connections } from '../accounts/connections.ts';
import { findExcelLimit, longestExcelName } from '../export/excel-limits.ts';
import { nameScheduledFile } from '../export/suggest-file-name.ts';
import type { Log } from '../log/log.ts';
import type { SchedulesFile } from './schedules-file.ts';
import type { ScheduledTask, TaskScheduler } from './task.ts';

interface Parts {
  schedules: SchedulesFile;
  scheduler: TaskScheduler;
  connections: Pick<Connections, 'accountName'>;
  views: { all: () => readonly Pick<View, 'viewId' | 'name'>[] };
  /** The program of the app, and the arguments that it always needs. */
  program: ScheduledTask['command'];
  /** Asks for a folder. Returns `null` if the user canceled. */
  chooseFolder: () => Promise<string | null>;
  translate: () => TFunction;
  log: Log;
}

/** The exports that the operating system runs while nobody uses the app. */
export class ScheduledExports {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  all(): ScheduleStatus[] {
    return [...this.#parts.schedules.all()];
  }

  /**
   * Asks for the folder of the file, and adds a task to the system's scheduler.
   *
   * @throws AppError `not_connected` if there is no such account, `name_too_long` if Excel opens no file in the folder,
   * or with another file code.
   */
  async add(request: AddScheduleRequest): Promise<AddedSchedule> {
    const { schedules, scheduler, chooseFolder, log } = this.#parts;
    const { accountName, viewName } = this.#namesOf(request);
    if (schedules.all().length >= mostSchedules) return { outcome: 'failed' };
    const folder = await chooseFolder();
    if (folder === null) return { outcome: 'dismissed' };
    const scheduleId = randomUUID();
    const path = choosePath(folder, { accountName, viewName, format: request.format });
    const schedule = { ...request, scheduleId };
    if (schedules.all().some((each) => collide(each, { ...schedule, path }))) {
      return { outcome: 'sameFile', path };
    }
    const title = `eTelecom Tenants: ${accountName}${viewName === null ? '' : `, ${viewName}`}`;
    await schedules.add({ ...schedule, path, lastRun: null });
    try {
      const { days, hour } = request;
      const command = this.#commandOf(schedule, path);
      await scheduler.add({ scheduleId, title, days, hour, command });
    } catch (error) {
      log('scheduleNotAdded', { error });
      await schedules.remove(scheduleId);
      return { outcome: 'failed' };
    }
    return { outcome: 'added' };
  }

  /** Removes the task, then the schedule. The file of the last export stays. @throws the system's error, or AppError. */
  async remove(scheduleId: string): Promise<void> {
    const { schedules, scheduler } = this.#parts;
    if (schedules.all().every((each) => each.scheduleId !== scheduleId)) return;
    await scheduler.remove(scheduleId);
    await schedules.remove(scheduleId);
  }

  /** Removes all schedules of an account. @throws like `remove`. */
  async removeAccount(accountId: string): Promise<void> {
    const ofAccount = this.all().filter((each) => each.accountId === accountId);
    for (const { scheduleId } of ofAccount) await this.remove(scheduleId);
  }

  /** Returns the names that the title and the file have. `viewName` is `null` if there is no view. */
  #namesOf({ accountId, viewId }: AddScheduleRequest) {
    const { connections, views, translate } = this.#parts;
    const accountName =
      accountId === allAccounts
        ? translate()('commands.allAccounts')
        : connections.accountName(accountId);
    const view = views.all().find((each) => each.viewId === viewId);
    return { accountName, viewName: view?.name ?? null };
  }

  /** Names account and view by their ids, which stay the same when they are renamed. */
  #commandOf(schedule: Schedule, path: string): ScheduledTask['command'] {
    const { scheduleId, accountId, viewId } = schedule;
    return [
      ...this.#parts.program,
      'export',
      ...(accountId === allAccounts ? ['--all-accounts'] : ['--account', accountId]),
      ...(viewId === null ? [] : ['--view', viewId]),
      '--refresh',
      ...['--to', path, '--schedule', scheduleId],
    ];
  }
}

/** Returns the path of a schedule's file, short enough for Excel. @throws AppError `name_too_long` */
function choosePath(
  folder: string,
  names: Omit<Parameters<typeof nameScheduledFile>[0], 'maximumLength'>,
): string {
  const name = nameScheduledFile({ ...names, maximumLength: longestExcelName(folder) });
  const path = join(folder, name);
  // Unlike after an export that the user starts, nobody would see that Excel does not open the file.
  if (findExcelLimit(path) === null) return path;
  throw new AppError({ code: 'name_too_long', message: `Excel does not open ${path}`, path });
}

/**
 * Returns whether a schedule would damage the file of another. The same rows at another time only make the file newer.
 *
 * @param other can lack values that were lost; what it then exports is unknown.
 */
function collide(other: ScheduleStatus, added: AddScheduleRequest & { path: string }): boolean {
  if (other.path === undefined || fileOf(other.path) !== fileOf(added.path)) return false;
  const hasOtherRows = other.accountId !== added.accountId || other.viewId !== added.viewId;
  const { days = [], hour } = other;
  const isAtSameTime = hour === added.hour && days.some((day) => added.days.includes(day));
  return hasOtherRows || isAtSameTime;
}

/** Windows, macOS and network shares ignore the case of names, and macOS also how accents are stored. */
function fileOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
