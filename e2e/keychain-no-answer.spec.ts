import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './fixture.ts';
import { connectionScreen, enter, tenantsScreen } from './screens.ts';

/** Starts a D-Bus session with an unlocked keyring whose files are in `folder`. */
async function startKeyring(folder: string) {
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

test('a keychain that does not answer keeps the app neither from working nor from quitting', async ({
  launchApp,
  sandbox,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'The keyring is the one of Linux');
  const { address, keyring, close } = await startKeyring(folder);
  try {
    const app = await launchApp({ env: { DBUS_SESSION_BUS_ADDRESS: address } });
    const { page } = app;
    const screen = connectionScreen(page);
    keyring.kill('SIGSTOP');
    await enter(page, sandbox);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(screen.connect).toBeEnabled();
    await expect(screen.connect).not.toHaveAttribute('data-loading', 'true');

    // The keychain is still stuck. Files, the database and the network work.
    await screen.exploreSampleData.click();
    await expect(tenantsScreen(page).label).toContainText(/\d tenants/);
    // A call to this keychain returns after 25 seconds at the earliest.
    const start = performance.now();
    await app.close();
    expect(performance.now() - start).toBeLessThan(10_000);
  } finally {
    close();
  }
});
