import { rm, writeFile } from 'node:fs/promises';
import { createTemporaryPath } from '../files/temporary-file.ts';
import { escapeXml, type RunProgram, type ScheduledTask, type TaskScheduler } from './task.ts';

const taskName = (scheduleId: string) => `\\eTelecom Tenants\\${scheduleId}`;

/**
 * Tasks of the Windows Task Scheduler that run while the user is signed in, without a password and without an
 * administrator's rights.
 *
 * @param folder the data folder, for the file that `schtasks` reads. If the process is killed, the next start of the app
 * removes that file.
 */
export function createWindowsTasks(folder: string, run: RunProgram): TaskScheduler {
  const remove = async (scheduleId: string) => {
    const name = taskName(scheduleId);
    const exists = await run('schtasks.exe', ['/Query', '/TN', name]).then(
      () => true,
      () => false,
    );
    if (exists) await run('schtasks.exe', ['/Delete', '/TN', name, '/F']);
  };
  return {
    add: async (task) => {
      const { scheduleId } = task;
      const path = createTemporaryPath(folder);
      try {
        // schtasks reads UTF-16 with a byte order mark.
        await writeFile(path, `\ufeff${createTaskXml(task)}`, 'utf16le');
        await run('schtasks.exe', ['/Create', '/TN', taskName(scheduleId), '/XML', path, '/F']);
      } catch (error) {
        // schtasks may have taken longer than its limit.
        await remove(scheduleId).catch(() => undefined);
        throw error;
      } finally {
        await rm(path, { force: true });
      }
    },
    remove,
  };
}

/** Returns a task: https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema */
export function createTaskXml({ title, days, hour, command }: ScheduledTask): string {
  const [program, ...args] = command;
  const dayNames = days.map((day) => `          <${capitalize(day)} />`);
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${escapeXml(title)}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T${String(hour).padStart(2, '0')}:00:00</StartBoundary>
      <ScheduleByWeek>
        <WeeksInterval>1</WeeksInterval>
        <DaysOfWeek>
${dayNames.join('\n')}
        </DaysOfWeek>
      </ScheduleByWeek>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escapeXml(program)}</Command>
      <Arguments>${escapeXml(args.map(quote).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
}

function capitalize(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** Quotes an argument as Windows programs parse it: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
function quote(argument: string): string {
  // Backslashes are doubled only before a quotation mark.
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}
