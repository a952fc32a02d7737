import { execFile } from 'node:child_process';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLaunchAgents } from './launch-agents.ts';
import { createSystemdTimers } from './systemd-timers.ts';
import type { TaskScheduler } from './task.ts';
import { createWindowsTasks } from './windows-tasks.ts';

/** How long the system's program may take, in milliseconds. */
const timeout = 15_000;

/**
 * Returns the scheduler of this system. If the user has no home directory, only its methods fail.
 *
 * @param dataFolder the folder for temporary files.
 */
export function createTaskScheduler(dataFolder: string): TaskScheduler {
  return {
    add: async (task) => createSystemScheduler(dataFolder).add(task),
    remove: async (scheduleId) => createSystemScheduler(dataFolder).remove(scheduleId),
  };
}

/** @throws the system's error if the home directory or the user is unknown. */
function createSystemScheduler(dataFolder: string): TaskScheduler {
  const execute = promisify(execFile);
  const run = (program: string, args: readonly string[]) =>
    execute(program, [...args], { timeout, windowsHide: true });
  switch (process.platform) {
    case 'win32':
      return createWindowsTasks(dataFolder, run);
    case 'darwin':
      return createLaunchAgents(join(homedir(), 'Library', 'LaunchAgents'), userInfo().uid, run);
    default: {
      const { XDG_CONFIG_HOME: configured = '' } = process.env;
      const config = configured === '' ? join(homedir(), '.config') : configured;
      return createSystemdTimers(join(config, 'systemd', 'user'), run);
    }
  }
}
