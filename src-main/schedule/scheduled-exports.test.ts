import { rm, writeFile } from 'node:fs/promises';
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
let views: { viewId: string; name: string }[];

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
    views: { all: () => views },
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
  views = [];
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
    const { scheduleId = '' } = first ?? {};
    await schedules.setLastRun({ scheduleId, path: 'a.xlsx' }, lastRun);
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

  it.each([
    [150, 'etelecom-tenants_Hà-Nội-1-2_Khách-hàng-doanh-nghiệp-miền.xlsx'],
    [180, 'etelecom-tenants_Hà-N_Khách.xlsx'],
    [190, 'etelecom-tenants.xlsx'],
  ])('has a path that Excel opens, in a folder of %d characters', async (length, name) => {
    const { exports } = await start();
    const viewId = '20000000-0000-4000-8000-000000000001';
    views = [{ viewId, name: 'Khách hàng doanh nghiệp miền Bắc' }];
    chosen = join('/', 'x'.repeat(length - 1));
    expect(await exports.add({ ...request, viewId })).toEqual({ outcome: 'added' });
    const path = join(chosen, name);
    expect(path.length).toBeLessThanOrEqual(218);
    expect(exports.all()[0]?.path).toBe(path);
    expect([...tasks.values()][0]?.title).toBe(
      'eTelecom Tenants: Hà Nội: "1/2", Khách hàng doanh nghiệp miền Bắc',
    );
    expect([...tasks.values()][0]?.command).toContain(path);
  });

  it('may not share its file with one whose name is shortened to the same', async () => {
    const { exports } = await start();
    views = ['Bắc', 'Nam'].map((end, at) => {
      const viewId = `20000000-0000-4000-8000-00000000000${at}`;
      return { viewId, name: `Khách hàng doanh nghiệp miền ${end}` };
    });
    const [north, south] = views.map(({ viewId }) => ({ ...request, viewId }));
    chosen = join('/', 'x'.repeat(150));
    const path = join(chosen, 'etelecom-tenants_Hà-Nội-1-2_Khách-hàng-doanh-nghiệp-miền.xlsx');
    expect(await exports.add({ ...request, ...north })).toEqual({ outcome: 'added' });
    expect(await exports.add({ ...request, ...south, hour: 17 })).toEqual({
      outcome: 'sameFile',
      path,
    });
    expect(await exports.add({ ...request, ...north, hour: 17 })).toEqual({ outcome: 'added' });
    chosen = '/home';
    expect(await exports.add({ ...request, ...south })).toEqual({ outcome: 'added' });
  });

  it('is refused in a folder whose path is too long for Excel', async () => {
    const { exports } = await start();
    chosen = join('/', 'x'.repeat(195));
    expect(await exports.add(request)).toEqual({ outcome: 'added' });
    chosen = join('/', 'x'.repeat(196));
    const path = join(chosen, 'etelecom-tenants.xlsx');
    await expect(exports.add(request)).rejects.toMatchObject({ code: 'name_too_long', path });
    expect(exports.all()).toHaveLength(1);
    expect(tasks.size).toBe(1);
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

const file = () => folder.join('schedules.json');
const lastRun = { endedAt: '2026-11-23T01:00:00.000Z', rows: 7, error: null };

describe('a schedule in a damaged file', () => {
  it.each<[string, object, object]>([
    [
      'an unknown error of its last run',
      { lastRun: { ...lastRun, error: 'new' } },
      { lastRun: null },
    ],
    [
      'a wrong time of its last run',
      { lastRun: { ...lastRun, endedAt: 'now' } },
      { lastRun: null },
    ],
    ['no last run', { lastRun: undefined }, { lastRun: null }],
    ['a wrong hour', { hour: 25 }, { hour: undefined }],
    ['an unknown day', { days: ['monday', 'someday'] }, { days: undefined }],
    ['an unknown format', { format: 'pdf' }, { format: undefined }],
    ['a wrong account', { accountId: '1' }, { accountId: undefined }],
    ['a wrong view', { viewId: '1' }, { viewId: undefined }],
    ['a wrong path', { path: 7 }, { path: undefined }],
  ])('with %s loses only that value, and can be removed with its task', async (_, wrong, left) => {
    const first = await start();
    await first.exports.add(request);
    await first.exports.add({ ...request, accountId: allAccounts });
    const [damaged, other] = first.exports.all().map((each) => ({ ...each, lastRun }));
    await writeFile(file(), JSON.stringify([{ ...damaged, ...wrong }, other]));
    const { exports, schedules } = await start();
    expect(exports.all()).toEqual([{ ...damaged, ...left }, other]);
    const { scheduleId = '' } = damaged ?? {};
    await schedules.setLastRun({ scheduleId, path: 'a.xlsx' }, { ...lastRun, rows: 8 });
    expect(exports.all()[0]?.lastRun?.rows).toBe(8);
    await exports.remove(scheduleId);
    expect([...tasks.keys()]).toEqual([other?.scheduleId]);
  });

  it('that was lost as a whole is listed again when its task runs, but not after it was removed', async () => {
    const first = await start();
    await first.exports.add(request);
    const [schedule] = first.exports.all();
    const { scheduleId = '', path = '' } = schedule ?? {};
    await writeFile(file(), '');
    await rm(`${file()}.previous`, { force: true });
    const { exports, schedules } = await start();
    expect(exports.all()).toEqual([]);
    await schedules.setLastRun({ scheduleId, path }, lastRun);
    expect(exports.all()).toEqual([{ scheduleId, path, lastRun }]);
    await exports.remove(scheduleId);
    expect(tasks.size).toBe(0);
    await schedules.setLastRun({ scheduleId, path }, lastRun);
    expect(exports.all()).toEqual([]);
  });
});
