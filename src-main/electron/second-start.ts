import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, dialog } from 'electron';
import type { TFunction } from 'i18next';
import { z } from 'zod';
import { toFileError } from '../files/file-error.ts';
import type { Log } from '../log/log.ts';

/**
 * What a second process sends to the first one: the name of a file in the data folder. The first process removes it to
 * report that its window is in front, because Electron offers no answer: https://github.com/electron/electron/issues/20942
 */
const requestSchema = z.object({ answerFile: z.string().regex(/^\.second-start-[0-9a-f]{16}$/) });

const timeoutMilliseconds = 5_000;
const pollMilliseconds = 50;

/** Requests the lock of the data folder, and connects a second process with the first one. */
export class SecondStart {
  readonly #dataFolder: string;
  readonly #log: Log;
  readonly #answerFile = `.second-start-${randomBytes(8).toString('hex')}`;

  constructor(dataFolder: string, log: Log) {
    this.#dataFolder = dataFolder;
    this.#log = log;
  }

  /**
   * Creates the data folder. Returns whether this is the only process for it. If not, asks the other one to show its
   * window.
   *
   * @throws AppError with a file code if the folder cannot be created.
   */
  isOnlyInstance(): boolean {
    try {
      mkdirSync(this.#dataFolder, { recursive: true });
    } catch (error) {
      throw toFileError(error, this.#dataFolder);
    }
    const path = join(this.#dataFolder, this.#answerFile);
    this.#tryTo(() => writeFileSync(path, '', { flag: 'wx', mode: 0o600 }));
    const isOnly = app.requestSingleInstanceLock({ answerFile: this.#answerFile });
    if (isOnly) this.#tryTo(() => rmSync(path, { force: true }));
    return isOnly;
  }

  /** Ends this process when the other one has shown its window, or after telling the user that it does not respond. */
  async leave(systemTexts: () => TFunction): Promise<void> {
    if (await this.#waitForAnswer()) {
      app.exit(0);
      return;
    }
    this.#log('secondStartNotAnswered');
    await app.whenReady();
    const text = systemTexts();
    dialog.showErrorBox(text('dialogs.alreadyRunning'), text('dialogs.alreadyRunningDetail'));
    app.exit(1);
  }

  /** Waits until the other process has shown its window. @returns whether it did so within a few seconds. */
  async #waitForAnswer(): Promise<boolean> {
    const path = join(this.#dataFolder, this.#answerFile);
    const end = performance.now() + timeoutMilliseconds;
    while (existsSync(path)) {
      if (performance.now() > end) {
        this.#tryTo(() => rmSync(path, { force: true }));
        return false;
      }
      await delay(pollMilliseconds);
    }
    return true;
  }

  /** Shows the window for every other process that was started. */
  answer(showWindow: () => Promise<void>): void {
    app.on('second-instance', (_event, _args, _folder, data) => {
      this.#log('secondStart');
      void showWindow().then(() => {
        const request = requestSchema.safeParse(data);
        if (!request.success) return;
        const path = join(this.#dataFolder, request.data.answerFile);
        this.#tryTo(() => rmSync(path, { force: true }));
      });
    });
  }

  /** Without the file the second process ends in silence, as if it had been answered. */
  #tryTo(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.#log('facilityFailed', { facility: 'secondStart', error });
    }
  }
}
