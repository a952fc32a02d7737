import { expect, test } from './fixture.ts';
import { startKeyring } from './keyring.ts';
import { startCommand } from './run-command.ts';
import { connect, connectionScreen, enter, tenantsScreen } from './screens.ts';

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

test('a command that the keychain does not answer says so and ends', async ({
  launchApp,
  sandbox,
  folder,
  dataFolder,
}) => {
  test.skip(process.platform !== 'linux', 'The keyring is the one of Linux');
  const { address, keyring, close } = await startKeyring(folder);
  const env = { DBUS_SESSION_BUS_ADDRESS: address };
  try {
    const app = await launchApp({ env });
    await connect(app.page, sandbox);
    await app.close();
    keyring.kill('SIGSTOP');
    const command = startCommand({ dataFolder, env }, 'refresh', '--all-accounts');
    // The thread that waits for the keychain is still blocked, so the process kills itself.
    expect((await command.ended).progress).toContain('The keychain does not answer.');
    expect(command.process.signalCode).toBe('SIGKILL');
  } finally {
    close();
  }
});
