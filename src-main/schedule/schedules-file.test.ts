import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { mostSchedules } from '../../src-shared/limits.ts';
import type { ScheduleStatus } from '../../src-shared/schedules.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { SchedulesFile } from './schedules-file.ts';

const folder = prepareTestFolder();

it('keeps more schedules than can be added, because only they can remove their tasks', async () => {
  const schedules = Array.from({ length: mostSchedules + 1 }, (_, at): ScheduleStatus => {
    const scheduleId = `30000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    return {
      ...{ scheduleId, accountId: 'all', viewId: null, days: ['monday'], hour: 8 },
      ...{ format: 'xlsx', path: folder.join(`${at}.xlsx`), lastRun: null },
    };
  });
  await writeFile(folder.join('schedules.json'), JSON.stringify(schedules));
  const file = new SchedulesFile(folder.path);
  expect(await file.load()).toBeNull();
  expect(file.all()).toEqual(schedules);
  const [first, ...others] = schedules;
  await file.remove(first?.scheduleId ?? '');
  expect(file.all()).toEqual(others);
});
