import { app, dialog } from 'electron';
import type { TFunction } from 'i18next';
import { AppError } from '../../src-shared/errors.ts';

/** Shows an error in a native dialog and ends the process. */
export async function endWithError(title: string, text: string): Promise<void> {
  // Before, Electron shows no dialog on Linux: https://www.electronjs.org/docs/latest/api/dialog#dialogshowerrorboxtitle-content
  await app.whenReady();
  dialog.showErrorBox(title, text);
  app.exit(1);
}

/** Shows why the app could not start, with the path of the file that caused it, and ends the process. */
export async function endWithStartError(error: unknown, translate: TFunction): Promise<void> {
  const { code, path = '' } = error instanceof AppError ? error : { code: 'internal' as const };
  await endWithError(translate('menu.startFailed'), `${translate(`errors.${code}`)}\n${path}`);
}
