import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { allAccounts } from '../../src-shared/choices.ts';
import { AppError } from '../../src-shared/errors.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { createTranslations } from '../translations.ts';
import { ScheduledExports } from './scheduled-exports.ts';
import { SchedulesFile } from './schedules-file.ts';
import type { ScheduledTask } from './task.ts';

const folder = prepareTestFolder();
const accountId = '00000000-0000-4000-8000-000000000001';
const otherAccountId = '00000000-0000-4000-8000-000000000002';
const request = {
  ...{ accountId, viewId: null, days: ['monday' as const], hour: 8, format: 'xlsx' as const },
};
const log = () => undefined;
let tasks: Map<string, ScheduledTask>;
let chosen: string | null;
let isRefused: boolean;

async function start() {
  const schedules = new SchedulesFile(folder.path);
  await schedules.load();
  const exports = new ScheduledExports({
    schedules,
    scheduler: {
      add: (task) => {
        if (isRefused) return Promise.reject(new Error('Refused'));
        tasks.set(task.scheduleId, task);
        return Promise.resolve();
      },
      remove: (scheduleId) => {
        tasks.delete(scheduleId);
        return Promise.resolve();
      },
    },
    connections: {
      accountName: (id) => {
        if (id === accountId) return 'Hà Nội: "1/2"';
        if (id === otherAccountId) return 'hà nội 1 2'.normalize('NFD');
        throw new AppError({ code: 'not_connected', message: '' });
      },
    },
    views: { all: () => [] },
    program: ['/opt/app', '--ozone-platform=headless'],
    chooseFolder: () => Promise.resolve(chosen),
    translate: () => createTranslations()('en'),
    log,
  });
  return { schedules, exports };
}

beforeEach(() => {
  tasks = new Map();
  chosen = join('/home', 'Báo cáo');
  isRefused = false;
});

describe('a scheduled export', () => {
  it('runs the command of the command line, with ids and the file', async () => {
    const { exports } = await start();
    expect(await exports.add(request)).toEqual({ outcome: 'added' });
    const [schedule] = exports.all();
    const path = join('/home', 'Báo cáo', 'etelecom-tenants_Hà-Nội-1-2.xlsx');
    expect(schedule).toMatchObject({ ...request, path, lastRun: null });
    const { scheduleId = '' } = schedule ?? {};
    expect(tasks.get(scheduleId)).toEqual({
      scheduleId,
      title: 'eTelecom Tenants: Hà Nội: "1/2"',
      days: ['monday'],
      hour: 8,
      command: [
        ...['/opt/app', '--ozone-platform=headless', 'export', '--account', accountId],
        ...['--refresh', '--to', path, '--schedule', scheduleId],
      ],
    });
    await exports.add({ ...request, accountId: allAccounts });
    expect([...tasks.values()][1]?.command).toContain('--all-accounts');
  });

  it('is kept with its last result, and removed with its task and with its account', async () => {
    const { exports, schedules } = await start();
    await exports.add(request);
    await exports.add({ ...request, accountId: allAccounts });
    const [first] = exports.all();
    const endedAt = '2026-11-23T01:00:00.000Z';
    const lastRun = { endedAt, rows: null, error: 'unreachable' as const };
    await schedules.setLastRun(first?.scheduleId ?? '', lastRun);
    await schedules.setLastRun(accountId, lastRun);
    const again = await start();
    expect(again.exports.all().map((each) => each.lastRun)).toEqual([lastRun, null]);
    await again.exports.removeAccount(accountId);
    expect(again.exports.all()).toHaveLength(1);
    await again.exports.remove(again.exports.all()[0]?.scheduleId ?? '');
    await again.exports.remove(accountId);
    expect(again.exports.all()).toEqual([]);
    expect(tasks.size).toBe(0);
  });

  it.each([
    ['on one of the same days', { days: ['sunday' as const, 'monday' as const] }, false],
    ['of an account with nearly the same name', { accountId: otherAccountId, hour: 17 }, false],
    ['at another hour', { hour: 17 }, true],
    ['on another day', { days: ['friday' as const] }, true],
    ['in another format', { format: 'csv' as const }, true],
  ])('may not share its file with one that would damage it: %s', async (_, changes, isAdded) => {
    const { exports } = await start();
    await exports.add(request);
    chosen = chosen?.toUpperCase() ?? null;
    const { outcome } = await exports.add({ ...request, ...changes });
    expect(outcome).toBe(isAdded ? 'added' : 'sameFile');
    expect(exports.all()).toHaveLength(isAdded ? 2 : 1);
    expect(tasks.size).toBe(isAdded ? 2 : 1);
    chosen = join('/home', 'elsewhere');
    expect(await exports.add({ ...request, ...changes })).toEqual({ outcome: 'added' });
  });

  it('is not kept if the user cancels, the system refuses it, or there is no such account', async () => {
    const { exports } = await start();
    chosen = null;
    expect(await exports.add(request)).toEqual({ outcome: 'dismissed' });
    chosen = '/home';
    isRefused = true;
    expect(await exports.add(request)).toEqual({ outcome: 'failed' });
    await expect(exports.add({ ...request, accountId: folder.path })).rejects.toThrow(AppError);
    expect(exports.all()).toEqual([]);
  });
});
