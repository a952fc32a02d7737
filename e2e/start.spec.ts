import { cp, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseHost } from './app.ts';
import { expect, test } from './fixture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('an app with missing files says so in both languages, and works again when they are back', async ({
  launchApp,
  folder,
}) => {
  test.skip(chooseHost() === 'electron', 'starts the built app of this folder only');
  for (const name of ['out', 'package.json']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const assets = join('out', 'renderer', 'assets');
  const [code = ''] = (await readdir(join(folder, assets))).filter((name) =>
    /^first-screen-.*\.css$/.test(name),
  );
  await rm(join(folder, assets, code));
  const { page, screenshot } = await launchApp({ main: join(folder, 'out', 'main', 'index.js') });
  const error = page.getByRole('alert');
  await expect(error).toContainText('The app could not be loaded.');
  await expect(error).toContainText('Không mở được ứng dụng.');
  await screenshot('start-failed');
  await cp(join(root, assets, code), join(folder, assets, code));
  await error.getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByRole('button', { name: 'Test and connect' })).toBeVisible();
});
