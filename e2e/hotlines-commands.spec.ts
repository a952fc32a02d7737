import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixture.ts';
import { showHotlines } from './screens.ts';

test.use({ tenantCount: 120, hotlineCount: 80 });

test('commands of the palette are about hotlines, and a file of numbers finds them', async ({
  connected,
  sandbox,
  folder,
}) => {
  const { page } = connected;
  const hotlines = await showHotlines(page);
  const run = async (command: string) => {
    await page.keyboard.press('ControlOrMeta+K');
    // Before it has the focus, the palette keeps letters, but not Enter.
    await expect(page.getByPlaceholder('Search commands')).toBeFocused();
    await page.keyboard.type(command);
    await expect(page.getByRole('dialog').getByText('tenants')).toHaveCount(0);
    await page.keyboard.press('Enter');
  };
  const enabled = (sandbox.hotlines ?? []).filter(({ status }) => status === 'P');
  await run('Show only enabled');
  await expect(hotlines.chip('Status')).toHaveAccessibleName('Status: Enabled');
  await expect(hotlines.summary).toContainText(`of ${enabled.length}`);
  await hotlines.clearAll.click();

  const path = join(folder, 'numbers.txt');
  await writeFile(
    path,
    enabled
      .slice(0, 3)
      .map(({ hotline }) => hotline)
      .join('\n'),
  );
  await run('Match a list');
  const dialog = page.getByRole('dialog', { name: 'Match a list' });
  await expect(dialog).toContainText('numbers, IDs or names of hotlines');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(path);
  await dialog.getByRole('button', { name: 'Match 3 values' }).click();
  await expect(hotlines.chip('Matching')).toHaveAccessibleName('Matching: 3 of 3 found');
});
