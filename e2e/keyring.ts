import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';

/** Starts a D-Bus session with an unlocked keyring whose files are in `folder`. */
export async function startKeyring(folder: string) {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve) => {
    bus.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()));
  });
  const options = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = spawn('gnome-keyring-daemon', [...options, `--control-directory=${folder}`], {
    env: {
      PATH: process.env.PATH,
      DBUS_SESSION_BUS_ADDRESS: address,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_RUNTIME_DIR: folder,
    },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring.stdin.end('test');
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const target = ['--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const isReady = async () => {
    const { stdout } = await promisify(execFile)('dbus-send', [
      `--bus=${address}`,
      ...target,
      ...question,
    ]);
    return stdout.includes('boolean true');
  };
  await expect.poll(isReady).toBe(true);
  const end = (child: ChildProcess) => {
    child.kill('SIGKILL');
  };
  return { address, keyring, close: () => [keyring, bus].forEach(end) };
}
