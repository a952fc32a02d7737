import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp, stubSaveDialog } from '../e2e/app.ts';
import { connectionScreen, tenantsScreen } from '../e2e/screens.ts';
import { root, run, tool } from './run.ts';

/** `npm run screenshots`: the pictures of the documentation, in `docs/screens/`, from the built-in sample data. */
async function takeScreenshots(): Promise<number> {
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) return built;
  const dataFolder = await mkdtemp(join(tmpdir(), 'etelecom-tenants-screens-'));
  try {
    const app = await launchApp({ dataFolder });
    const { page } = app;
    const take = (name: string) =>
      page.screenshot({
        path: join(root, 'docs', 'screens', `${name}.png`),
        animations: 'disabled',
      });
    await connectionScreen(page).connect.waitFor();
    await take('first-start');
    await connectionScreen(page).exploreSampleData.click();
    const tenants = tenantsScreen(page);
    await tenants.label.filter({ hasText: 'fetched' }).waitFor();
    await tenants.settled();
    await stubSaveDialog(app, join(dataFolder, 'etelecom-tenants_2026-11-23.xlsx'));
    await tenants.startExport('all');
    await tenants.exportPanel.getByText('Export saved').waitFor();
    await take('export-saved');
    await tenants.names.first().getByRole('button').click();
    await page.getByRole('region', { name: 'What the server sent' }).waitFor();
    await take('details');
    await app.close();
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
  return 0;
}

process.exitCode = await takeScreenshots();
