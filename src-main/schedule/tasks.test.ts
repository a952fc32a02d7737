import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse as parsePlist } from 'plist';
import { describe, expect, it } from 'vitest';
import { removeTemporaryFiles } from '../files/temporary-file.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { createLaunchAgent, createLaunchAgents } from './launch-agents.ts';
import { createService, createSystemdTimers, createTimer } from './systemd-timers.ts';
import type { RunProgram, ScheduledTask } from './task.ts';
import { createTaskXml, createWindowsTasks } from './windows-tasks.ts';

const folder = prepareTestFolder();
const scheduleId = '10000000-0000-4000-8000-000000000001';
const task: ScheduledTask = {
  scheduleId,
  title: 'eTelecom Tenants: Hà Nội "1" & <Huế>, 100%h',
  days: ['monday', 'sunday'],
  hour: 8,
  command: ['/opt/eTelecom Tenants/app', '--to', '/home/hà/50% "tuần" $HOME\\a &b.xlsx', 'C:\\'],
};

/** Records the calls of the system's program. @param fails the first argument that it refuses. */
function recordCalls(fails?: string): { calls: string[]; run: RunProgram } {
  const calls: string[] = [];
  const run: RunProgram = (program, args) => {
    calls.push([program, ...args].join(' '));
    const isRefused = fails !== undefined && args.includes(fails);
    return isRefused ? Promise.reject(new Error('Refused')) : Promise.resolve();
  };
  return { calls, run };
}

describe('on Linux', () => {
  it('a service runs the command as it is, and a timer starts it', () => {
    expect(createService(task)).toBe(`[Unit]
Description=eTelecom Tenants: Hà Nội "1" & <Huế>, 100%%h

[Service]
Type=oneshot
ExecStart="/opt/eTelecom Tenants/app" "--to" "/home/hà/50%% \\"tuần\\" $$HOME\\\\a &b.xlsx" "C:\\\\"
`);
    expect(createTimer(task)).toBe(`[Unit]
Description=eTelecom Tenants: Hà Nội "1" & <Huế>, 100%%h

[Timer]
OnCalendar=Mon,Sun *-*-* 08:00:00
Persistent=true

[Install]
WantedBy=timers.target
`);
  });

  it.runIf(process.platform === 'linux')('systemd accepts both', async () => {
    const [, ...args] = task.command;
    const [service, timer] = [folder.join('export.service'), folder.join('export.timer')];
    await writeFile(service, createService({ ...task, command: [process.execPath, ...args] }));
    await writeFile(timer, createTimer(task));
    const output = execFileSync('systemd-analyze', ['verify', '--user', service, timer], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_RUNTIME_DIR: folder.path },
    });
    expect(output).toBe('');
    const calendar = execFileSync('systemd-analyze', ['calendar', 'Mon,Sun *-*-* 08:00:00']);
    expect(String(calendar)).toContain('Normalized form: Mon,Sun *-*-* 08:00:00');
  });

  it('are added and removed with systemctl', async () => {
    const { calls, run } = recordCalls();
    const timers = createSystemdTimers(folder.join('systemd', 'user'), run);
    await timers.add(task);
    const timer = `etelecom-tenants-${scheduleId}.timer`;
    expect(await readdir(folder.join('systemd', 'user'))).toEqual([
      `etelecom-tenants-${scheduleId}.service`,
      timer,
    ]);
    await timers.remove(scheduleId);
    await timers.remove(scheduleId);
    expect(await readdir(folder.join('systemd', 'user'))).toEqual([]);
    expect(calls.slice(0, 3)).toEqual([
      'systemctl --user daemon-reload',
      `systemctl --user enable --now ${timer}`,
      `systemctl --user disable --now ${timer}`,
    ]);
  });

  it('leave nothing behind without a systemd of the user', async () => {
    const { calls, run } = recordCalls('enable');
    const timers = createSystemdTimers(folder.path, run);
    await expect(timers.add(task)).rejects.toThrow('Refused');
    expect(await readdir(folder.path)).toEqual([]);
    // systemd can have enabled the timer before it failed to start it.
    expect(calls.slice(2)).toEqual([
      `systemctl --user disable --now etelecom-tenants-${scheduleId}.timer`,
      'systemctl --user daemon-reload',
    ]);
  });
});

describe('on macOS', () => {
  it('a launch agent has the command and the times', () => {
    expect(parsePlist(createLaunchAgent(task))).toEqual({
      Label: `com.etelecom.tenants.export.${scheduleId}`,
      ProgramArguments: task.command,
      StartCalendarInterval: [
        { Weekday: 1, Hour: 8, Minute: 0 },
        { Weekday: 0, Hour: 8, Minute: 0 },
      ],
    });
  });

  it('is added and removed with launchctl, and leaves nothing if it is refused', async () => {
    const { calls, run } = recordCalls();
    const agents = createLaunchAgents(folder.path, 501, run);
    await agents.add(task);
    const name = `com.etelecom.tenants.export.${scheduleId}`;
    expect(await readdir(folder.path)).toEqual([`${name}.plist`]);
    await agents.remove(scheduleId);
    expect(await readdir(folder.path)).toEqual([]);
    expect(calls).toEqual([
      `/bin/launchctl bootstrap gui/501 ${folder.join(`${name}.plist`)}`,
      `/bin/launchctl bootout gui/501/${name}`,
    ]);
    const refused = recordCalls('bootstrap');
    const refusing = createLaunchAgents(folder.path, 501, refused.run);
    await expect(refusing.add(task)).rejects.toThrow('Refused');
    expect(refused.calls.at(-1)).toBe(`/bin/launchctl bootout gui/501/${name}`);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe('on Windows', () => {
  it('a name with characters that XML cannot have makes a readable task', () => {
    const xml = createTaskXml({ ...task, title: 'Hà\u0001 Nội\ud800' });
    expect(xml).toContain('<Description>Hà Nội\ufffd</Description>');
  });

  it('a task runs with the rights of the user, with quoted arguments', () => {
    expect(createTaskXml(task)).toBe(`<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>eTelecom Tenants: Hà Nội &quot;1&quot; &amp; &lt;Huế&gt;, 100%h</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T08:00:00</StartBoundary>
      <ScheduleByWeek>
        <WeeksInterval>1</WeeksInterval>
        <DaysOfWeek>
          <Monday />
          <Sunday />
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
      <Command>/opt/eTelecom Tenants/app</Command>
      <Arguments>&quot;--to&quot; &quot;/home/hà/50% \\&quot;tuần\\&quot; $HOME\\a &amp;b.xlsx&quot; &quot;C:\\\\&quot;</Arguments>
    </Exec>
  </Actions>
</Task>
`);
  });

  it('is added from a file in UTF-16, which is removed, and deleted only if it is there', async () => {
    const { calls, run } = recordCalls();
    let xml = '';
    let xmlFile = '';
    const tasks = createWindowsTasks(folder.path, async (program, args) => {
      const file = args[args.indexOf('/XML') + 1];
      if (args[0] === '/Create' && file !== undefined) {
        xmlFile = file;
        xml = await readFile(file, 'utf16le');
      }
      return run(program, args);
    });
    await tasks.add(task);
    expect(xml).toBe(`\ufeff${createTaskXml(task)}`);
    expect(await readdir(folder.path)).toEqual([]);
    await tasks.remove(scheduleId);
    const name = `\\eTelecom Tenants\\${scheduleId}`;
    expect(calls).toEqual([
      `schtasks.exe /Create /TN ${name} /XML ${xmlFile} /F`,
      `schtasks.exe /Query /TN ${name}`,
      `schtasks.exe /Delete /TN ${name} /F`,
    ]);
    const refused = recordCalls('/Create');
    const refusing = createWindowsTasks(folder.path, refused.run);
    await expect(refusing.add(task)).rejects.toThrow('Refused');
    expect(refused.calls.at(-1)).toBe(`schtasks.exe /Delete /TN ${name} /F`);
    expect(await readdir(folder.path)).toEqual([]);
    const gone = recordCalls('/Query');
    await createWindowsTasks(folder.path, gone.run).remove(scheduleId);
    expect(gone.calls).toHaveLength(1);
  });

  it('leaves no file with names and paths if the process is killed', async () => {
    const kept = folder.join('kept');
    await mkdir(kept);
    const tasks = createWindowsTasks(folder.path, async (_, args) => {
      // A killed process does not remove its file.
      const file = args[args.indexOf('/XML') + 1] ?? '';
      await copyFile(file, join(kept, basename(file)));
    });
    await tasks.add(task);
    expect(await readdir(kept)).toHaveLength(1);
    await removeTemporaryFiles(kept);
    expect(await readdir(kept)).toEqual([]);
  });
});
