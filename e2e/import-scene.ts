import type { App } from './app.ts';
import { runFromPalette } from './keyboard.ts';
import { connected, type Stage } from './scene-steps.ts';

/** The preview of an import, with something to import and something that cannot be. */
export const importScene = {
  name: 'import',
  reach: async (stage: Stage): Promise<App> => {
    const { t, sandbox } = stage;
    const app = await connected(stage);
    await runFromPalette(app.page, t('commands.importAnnotations'), t('help.findCommand'));
    const dialog = app.page.getByRole('dialog', { name: t('import.title') });
    const chooser = app.page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: t('tableFile.chooseFile') }).click();
    const [first, second] = sandbox.tenants;
    const rows = [`${first?.id};gọi lại;VIP`, `${second?.domain};;`, 'nobody.example;a;b'];
    const buffer = Buffer.from(['ID;Note;Tags', ...rows, `;a;b`].join('\n'));
    await (await chooser).setFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer });
    await dialog.getByText(t('import.notFound', { count: 1 })).waitFor();
    return app;
  },
};
