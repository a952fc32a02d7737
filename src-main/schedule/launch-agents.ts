import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { weekdays } from '../../src-shared/weekdays.ts';
import { createFolder } from '../files/create-folder.ts';
import { escapeXml, type RunProgram, type ScheduledTask, type TaskScheduler } from './task.ts';

const labelOf = (scheduleId: string) => `com.etelecom.tenants.export.${scheduleId}`;

/**
 * Launch agents of the user on macOS: https://developer.apple.com/library/archive/documentation/MacOSX/Conceptual/BPSystemStartup/Chapters/ScheduledJobs.html
 *
 * @param folder `~/Library/LaunchAgents`.
 * @param userId the number of the user.
 */
export function createLaunchAgents(folder: string, userId: number, run: RunProgram): TaskScheduler {
  const domain = `gui/${userId}`;
  const pathOf = (scheduleId: string) => join(folder, `${labelOf(scheduleId)}.plist`);
  const remove = async (scheduleId: string) => {
    // The agent may not be loaded.
    await run('/bin/launchctl', ['bootout', `${domain}/${labelOf(scheduleId)}`]).catch(
      () => undefined,
    );
    await rm(pathOf(scheduleId), { force: true });
  };
  return {
    add: async (task) => {
      const path = pathOf(task.scheduleId);
      try {
        await createFolder(folder);
        await writeFile(path, createLaunchAgent(task), { mode: 0o600 });
        await run('/bin/launchctl', ['bootstrap', domain, path]);
      } catch (error) {
        // launchctl may have taken longer than its limit.
        await remove(task.scheduleId);
        throw error;
      }
    },
    remove,
  };
}

/** Returns the property list of a launch agent. A run that was missed while the computer slept is made up for. */
export function createLaunchAgent({ scheduleId, days, hour, command }: ScheduledTask): string {
  const times = days.map(
    // launchd counts from Sunday, which is 0.
    (day) => `    <dict>
      <key>Weekday</key>
      <integer>${(weekdays.indexOf(day) + 1) % 7}</integer>
      <key>Hour</key>
      <integer>${hour}</integer>
      <key>Minute</key>
      <integer>0</integer>
    </dict>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${labelOf(scheduleId)}</string>
  <key>ProgramArguments</key>
  <array>
${command.map((argument) => `    <string>${escapeXml(argument)}</string>`).join('\n')}
  </array>
  <key>StartCalendarInterval</key>
  <array>
${times.join('\n')}
  </array>
</dict>
</plist>
`;
}
