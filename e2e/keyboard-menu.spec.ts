import { join } from 'node:path';
import type { Sandbox } from '../sandbox/server.ts';
import { commandNames, commandOf, type CommandName } from '../src-shared/commands.ts';
import { addAccountsWithoutKeys } from './add-account.ts';
import { openedPath, stubOpenPath, stubSaveDialog, type App } from './app.ts';
import { backupProofs } from './backup-proofs.ts';
import { expect, test } from './fixture.ts';
import { keysOf, pressAt } from './keyboard.ts';
import { labelOf, menuIds, menuItem } from './menu.ts';
import { connect, tenantsScreen } from './screens.ts';
import { addViews, viewProofs } from './views.ts';

test.use({ hotlineCount: 5 });

/** The accounts that the commands show. */
const accountNames = ['127.0.0.1', ...Array.from({ length: 8 }, (_, at) => `Partner ${at + 2}`)];

/** The views that the commands show. */
const viewNames = Array.from({ length: 9 }, (_, at) => `Monday ${at + 1}`);

interface Proof {
  /** Prepares a state in which the command has an effect. */
  before?: () => Promise<void>;
  /** Waits for the effect of the command. */
  seen: () => Promise<void>;
  /** Returns to the list and checks that the focus is where it was. */
  after?: () => Promise<void>;
}

/** Returns the checks of each command, with the keyboard only. A command without a check does not compile. */
function proofsOf(app: App, sandbox: Sandbox): Record<CommandName, Proof> {
  const { page } = app;
  const { keyboard } = page;
  const tenants = tenantsScreen(page);
  const root = page.locator('html');
  const press = (key: string) => () => keyboard.press(key);
  let requests = 0;
  const opens = (name: string): Proof => {
    const dialog = page.getByRole('dialog', { name });
    return {
      seen: () => expect(dialog.locator(':focus')).toHaveCount(1),
      after: async () => {
        await keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(tenants.cell(0, 'name')).toBeFocused();
      },
    };
  };
  const toggles = (name: string, key: string): Proof => ({
    seen: () => expect(page.getByRole('region', { name })).toBeVisible(),
    after: async () => {
      await keyboard.press(key);
      await expect(page.getByRole('region', { name })).toHaveCount(0);
    },
  });
  const zooms = (before: string, factor: number): Proof => ({
    before: press(before),
    seen: () =>
      expect
        .poll(() =>
          app.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
          ),
        )
        .toBe(factor),
    after: press('ControlOrMeta+0'),
  });
  const looks = (attribute: string, value: string): Proof => ({
    seen: () => expect(root).toHaveAttribute(attribute, value),
  });
  const chooses = (name: CommandName): Proof => ({
    seen: () => expect.poll(() => menuItem(app, name)).toMatchObject({ checked: true }),
  });
  const showsRows = (key: string | null, rows: string): Proof => ({
    ...(key !== null && {
      before: async () => {
        await keyboard.press(key);
        await expect(tenants.summary).toContainText('51–60');
      },
    }),
    seen: () => expect(tenants.summary).toContainText(rows),
    after: async () => {
      await keyboard.press('Alt+Home');
      await expect(tenants.summary).toContainText('1–50');
      await tenants.settled();
    },
  });
  const showsStatus = (status: string): Proof => ({
    seen: () => expect(tenants.chip('Status')).toHaveText(new RegExp(`^Status: ${status}`)),
    after: async () => {
      await pressAt(page, tenants.clearAll, 'Enter');
      await expect(tenants.summary).toContainText('of 60');
    },
  });
  const shows = (name: string): Proof => ({
    before: async () => {
      const other = name === accountNames[0] ? 2 : 1;
      await keyboard.press(`ControlOrMeta+${other}`);
      await expect(tenants.account).toHaveText(accountNames[other - 1] ?? '');
    },
    seen: () => expect(tenants.account).toHaveText(name),
    after: async () => {
      await keyboard.press('ControlOrMeta+1');
      await expect(tenants.account).toHaveText(accountNames[0] ?? '');
      await tenants.settled();
    },
  });
  const closeExport = () => tenants.exportPanel.getByRole('button', { name: 'Close' }).click();
  const account = (number: number) => shows(accountNames[number - 1] ?? '');
  return {
    refresh: {
      before: () => {
        requests = sandbox.requests.length;
        return Promise.resolve();
      },
      seen: () => expect.poll(() => sandbox.requests.length).toBeGreaterThan(requests),
      after: async () => {
        await expect(tenants.refresh).toBeEnabled();
        await tenants.settled();
      },
    },
    export: opens('Export'),
    exportAgain: {
      before: async () => {
        await stubSaveDialog(app, join(app.dataFolder, 'again.xlsx'));
        await tenants.startExport('all');
        await expect(tenants.exportPanel).toContainText('Export saved');
        await closeExport();
        await tenants.cell(0, 'name').focus();
      },
      seen: () => expect(tenants.exportPanel).toContainText(/again_\d{4}-\d{2}-\d{2}/),
      after: closeExport,
    },
    recentExports: opens('Recent exports'),
    ...backupProofs(app, opens('Restore')),
    importAnnotations: opens('Import names, tags and notes'),
    settings: opens('Settings'),
    find: { seen: () => expect(tenants.search).toBeFocused() },
    clearFilters: {
      before: async () => {
        await keyboard.press('ControlOrMeta+F');
        await expect(tenants.search).toBeFocused();
        await keyboard.type('cong');
        await expect(tenants.clearAll).toBeVisible();
      },
      seen: () => expect(tenants.search).toHaveValue(''),
    },
    showNewlyCreated: showsStatus('Newly created'),
    showEnabled: showsStatus('Enabled'),
    showDisabled: showsStatus('Disabled'),
    matchList: opens('Match a list'),
    nextPage: showsRows(null, '51–60'),
    previousPage: showsRows('ControlOrMeta+PageDown', '1–50'),
    firstPage: showsRows('ControlOrMeta+PageDown', '1–50'),
    toggleOverview: toggles('Overview', 'ControlOrMeta+Shift+O'),
    toggleChanges: toggles('Changes', 'ControlOrMeta+Shift+H'),
    palette: {
      seen: () => expect(page.getByPlaceholder('Search commands')).toBeFocused(),
      after: async () => {
        await keyboard.press('Escape');
        await expect(page.getByPlaceholder('Search commands')).toHaveCount(0);
      },
    },
    compactRows: looks('data-density', 'compact'),
    comfortableRows: looks('data-density', 'comfortable'),
    darkColors: looks('data-mantine-color-scheme', 'dark'),
    lightColors: chooses('lightColors'),
    systemColors: chooses('systemColors'),
    vietnamese: looks('lang', 'vi'),
    english: looks('lang', 'en'),
    zoomIn: zooms('ControlOrMeta+0', 1.1),
    zoomOut: zooms('ControlOrMeta+0', 0.9),
    resetZoom: zooms('ControlOrMeta+Equal', 1),
    ...viewProofs(page, viewNames),
    saveView: opens('Save view'),
    allAccounts: shows('All accounts'),
    addAccount: opens('Add account'),
    ...{ account1: account(1), account2: account(2), account3: account(3) },
    ...{ account4: account(4), account5: account(5), account6: account(6) },
    ...{ account7: account(7), account8: account(8), account9: account(9) },
    shortcuts: opens('Keyboard shortcuts'),
    whatsNew: opens('What’s new'),
    checkForUpdates: opens('Updates'),
    copyDiagnostics: opens('Diagnostics'),
    showLogs: {
      seen: () => expect.poll(() => openedPath(app)).toBe(join(app.dataFolder, 'logs')),
    },
    about: opens('About eTelecom Tenants'),
  };
}

test('every command runs by its shortcut and from the palette, with the keyboard only', async ({
  launchApp,
  sandbox,
  dataFolder,
}) => {
  test.slow();
  const first = await launchApp();
  await connect(first.page, sandbox);
  await first.close();
  await addAccountsWithoutKeys(dataFolder, accountNames.slice(1));
  await addViews(dataFolder, viewNames);

  const app = await launchApp();
  const { page } = app;
  const tenants = tenantsScreen(page);
  await expect(tenants.label).toContainText('60 tenants');
  await expect(tenants.refresh).toBeEnabled();
  await tenants.settled();
  const proofs = proofsOf(app, sandbox);
  await stubOpenPath(app);
  // The palette has more commands than the menu.
  const names: readonly string[] = commandNames;
  await expect.poll(async () => (await menuIds(app))?.includes('account9')).toBe(true);
  expect((await menuIds(app))?.filter((id) => !names.includes(id))).toEqual([]);

  const run = async (name: CommandName, go: () => Promise<void>) => {
    const { before, seen, after } = proofs[name];
    await tenants.cell(0, 'name').focus();
    await before?.();
    await go();
    await seen();
    await after?.();
  };
  for (const name of Object.keys(proofs).filter((key) => key in proofs)) {
    const command = commandNames.find((one) => one === name);
    if (command === undefined) throw new Error(`Unknown command: ${name}`);
    await test.step(command, async () => {
      const [shortcut] = commandOf(command).shortcuts;
      if (shortcut !== undefined) {
        await run(command, () => page.keyboard.press(keysOf(shortcut)));
      }
      if (command === 'palette') return;
      await run(command, async () => {
        await page.keyboard.press('ControlOrMeta+K');
        const search = page.getByRole('dialog').getByRole('textbox');
        await expect(search).toBeFocused();
        const names = { account: accountNames, view: viewNames };
        await page.keyboard.type(await labelOf(app, command, names));
        await page.keyboard.press('Enter');
      });
    });
  }
});
