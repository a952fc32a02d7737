import { app, dialog } from 'electron';
import type { TFunction } from 'i18next';
import { AppError } from '../../src-shared/errors.ts';
import type { Log } from '../log/log.ts';

/** Shows an error in a native dialog and ends the process. */
async function endWithError(title: string, text: string): Promise<void> {
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

/** Ends a second process: its window is shown by the first one, or else after telling the user that it does not respond. */
export async function leave(
  isShown: boolean,
  systemTexts: () => TFunction,
  log: Log,
): Promise<void> {
  if (isShown) {
    app.exit(0);
    return;
  }
  log('secondStartNotAnswered');
  const text = systemTexts();
  await endWithError(text('dialogs.alreadyRunning'), text('dialogs.alreadyRunningDetail'));
}
