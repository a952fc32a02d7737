import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TFunction } from 'i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { mostSchedules } from '../../src-shared/limits.ts';
import type {
  AddedSchedule,
  AddScheduleRequest,
  Schedule,
  ScheduleStatus,
} from '../../src-shared/schedules.ts';
import type { Connections } from '../accounts/connections.ts';
import { nameScheduledFile } from '../export/suggest-file-name.ts';
import type { Log } from '../log/log.ts';
import type { ViewsFile } from '../views/views-file.ts';
import type { SchedulesFile } from './schedules-file.ts';
import type { ScheduledTask, TaskScheduler } from './task.ts';

interface Parts {
  schedules: SchedulesFile;
  scheduler: TaskScheduler;
  connections: Pick<Connections, 'accountName'>;
  views: Pick<ViewsFile, 'all'>;
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
   * @throws AppError `not_connected` if there is no such account, or with a file code.
   */
  async add(request: AddScheduleRequest): Promise<AddedSchedule> {
    const { schedules, scheduler, chooseFolder, log } = this.#parts;
    const names = this.#namesOf(request);
    if (schedules.all().length >= mostSchedules) return { outcome: 'failed' };
    const folder = await chooseFolder();
    if (folder === null) return { outcome: 'dismissed' };
    const scheduleId = randomUUID();
    const path = join(folder, nameScheduledFile(names, request.format));
    const schedule = { ...request, scheduleId };
    if (schedules.all().some((each) => collide(each, { ...schedule, path }))) {
      return { outcome: 'sameFile', path };
    }
    const title = `eTelecom Tenants: ${names.join(', ')}`;
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

  /** Returns the names that the title and the file have: of the account and, if there is one, of the view. */
  #namesOf({ accountId, viewId }: AddScheduleRequest): string[] {
    const { connections, views, translate } = this.#parts;
    const account =
      accountId === allAccounts
        ? translate()('commands.allAccounts')
        : connections.accountName(accountId);
    const view = views.all().find((each) => each.viewId === viewId);
    return view === undefined ? [account] : [account, view.name];
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
