import { app } from 'electron';
import type { TFunction } from 'i18next';
import type { Log } from '../log/log.ts';
import { ask } from './ask.ts';
import { relaunch } from './relaunch.ts';

interface Parts {
  translate: () => TFunction;
  work: {
    /** Whether the app already quits. */
    readonly isFinishing: boolean;
    /** Ends all running work before the app restarts. */
    finish: () => Promise<void>;
  };
  log: Log;
}

/**
 * Logs errors that nothing has caught. The first one that interrupted the main process also asks the user whether to
 * restart the app, unless it already quits. Without a listener Electron would show the stack, with its paths, in a dialog.
 */
export function handleUncaughtErrors({ translate, work, log }: Parts): void {
  let wasAsked = false;
  const offerRestart = async () => {
    const text = translate();
    const answer = await ask(null, {
      message: text('dialogs.uncaughtError'),
      detail: text('dialogs.uncaughtErrorDetail'),
      answers: { restart: text('dialogs.restart'), continue: text('dialogs.continue') },
      otherwise: 'continue',
    });
    if (answer !== 'restart') return;
    await work.finish();
    relaunch();
    app.exit(0);
  };
  process.on('unhandledRejection', (error) => log('uncaughtError', { error }));
  process.on('uncaughtException', (error) => {
    log('uncaughtError', { error });
    if (wasAsked || work.isFinishing) return;
    wasAsked = true;
    offerRestart().catch((dialogError: unknown) => {
      log('facilityFailed', { facility: 'dialog', error: dialogError });
    });
  });
}
