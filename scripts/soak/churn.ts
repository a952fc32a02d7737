import { accountColors, zoomPercents } from '../../src-shared/choices.ts';
import type { SoakApp } from './app.ts';
import type { WorkKind } from './messages.ts';

/**
 * Refreshes, exports, and changes accounts and settings, all at once and without end. The process is killed meanwhile.
 *
 * @param onBegin called at the beginning of each piece of work.
 */
export async function churn(
  app: SoakApp,
  rows: number,
  onBegin: (kind: WorkKind) => void,
): Promise<null> {
  const repeat = async (kind: WorkKind, work: (round: number) => Promise<unknown>) => {
    for (let round = 0; ; round++) {
      onBegin(kind);
      await work(round);
    }
  };
  // The other work needs a saved list.
  if ((await app.status()).state !== 'complete') await app.refresh();
  const { accountId, accountsFile, accountSettings, connections, preferences } = app;
  await Promise.all([
    repeat('refresh', () =>
      app.refresh((read) => {
        if (read === rows) onBegin('completion');
      }),
    ),
    repeat('export', (round) =>
      app.writeExport(`list-${round % 3}`, round % 2 === 0 ? 'xlsx' : 'csv'),
    ),
    repeat('accounts', async (round) => {
      const color = accountColors[round % accountColors.length] ?? 'blue';
      await connections.changeLook(accountId, { name: `Soak ${round}`, color });
      const sample = await connections.addSampleData();
      await accountsFile.remove(sample.accountId);
    }),
    repeat('settings', async (round) => {
      const zoomPercent = zoomPercents[round % zoomPercents.length] ?? 100;
      await preferences.save({ ...preferences.get(), zoomPercent });
      await accountSettings.update(accountId, { exportFolder: `${app.exportFolder}/${round}` });
    }),
  ]);
  return null;
}
