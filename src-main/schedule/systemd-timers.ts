import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder } from '../files/create-folder.ts';
import type { RunProgram, ScheduledTask, TaskScheduler } from './task.ts';

const shortDays = {
  monday: 'Mon',
  tuesday: 'Tue',
  wednesday: 'Wed',
  thursday: 'Thu',
  friday: 'Fri',
  saturday: 'Sat',
  sunday: 'Sun',
} as const;

const unitName = (scheduleId: string) => `etelecom-tenants-${scheduleId}`;

/**
 * Timers of the user's systemd.
 *
 * @param folder the folder of the user's units: https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html
 */
export function createSystemdTimers(folder: string, run: RunProgram): TaskScheduler {
  const systemctl = (...args: string[]) => run('systemctl', ['--user', ...args]);
  const pathsOf = (scheduleId: string) =>
    ['service', 'timer'].map((kind) => join(folder, `${unitName(scheduleId)}.${kind}`));
  const remove = async (scheduleId: string) => {
    // The timer may be gone already, and without a running systemd nothing starts it.
    await systemctl('disable', '--now', `${unitName(scheduleId)}.timer`).catch(() => undefined);
    for (const path of pathsOf(scheduleId)) await rm(path, { force: true });
    await systemctl('daemon-reload').catch(() => undefined);
  };
  return {
    add: async (task) => {
      const { scheduleId } = task;
      const [servicePath = '', timerPath = ''] = pathsOf(scheduleId);
      try {
        await createFolder(folder);
        await writeFile(servicePath, createService(task), { mode: 0o600 });
        await writeFile(timerPath, createTimer(task), { mode: 0o600 });
        await systemctl('daemon-reload');
        await systemctl('enable', '--now', `${unitName(scheduleId)}.timer`);
      } catch (error) {
        // A timer that could not be started is enabled nevertheless.
        await remove(scheduleId);
        throw error;
      }
    },
    remove,
  };
}

/** Returns the unit that runs the command. */
export function createService({ title, command }: ScheduledTask): string {
  return `[Unit]
Description=${escapeSpecifiers(title)}

[Service]
Type=oneshot
ExecStart=${command.map(quote).join(' ')}
`;
}

/** Returns the unit that starts the service. A run that was missed while the computer was off is made up for. */
export function createTimer({ title, days, hour }: ScheduledTask): string {
  const names = days.map((day) => shortDays[day]).join(',');
  return `[Unit]
Description=${escapeSpecifiers(title)}

[Timer]
OnCalendar=${names} *-*-* ${String(hour).padStart(2, '0')}:00:00
Persistent=true

[Install]
WantedBy=timers.target
`;
}

/** Keeps systemd from replacing `%h` and the like. Line breaks would begin another setting. */
function escapeSpecifiers(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('%', '%%');
}

/** Quotes an argument: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines */
function quote(argument: string): string {
  const escaped = argument
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('%', '%%')
    .replaceAll('$', '$$$$');
  return `"${escaped}"`;
}
