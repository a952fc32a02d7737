import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app } from 'electron';
import type { TFunction } from 'i18next';
import { z } from 'zod';
import { toFileError } from '../files/file-error.ts';
import type { Log } from '../log/log.ts';
import { endWithError } from './end-with-error.ts';
import type { Optional } from './optional.ts';

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
  readonly #optional: Optional;
  readonly #log: Log;
  readonly #answerFile = `.second-start-${randomBytes(8).toString('hex')}`;
  readonly #showWindow = Promise.withResolvers<() => Promise<void>>();

  constructor(dataFolder: string, optional: Optional, log: Log) {
    this.#dataFolder = dataFolder;
    this.#optional = optional;
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
    const path = this.#pathOf(this.#answerFile);
    // Without the file the second process ends in silence, as if it had been answered.
    const create = () => writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
    this.#optional('secondStart', create, undefined);
    const isOnly = app.requestSingleInstanceLock({ answerFile: this.#answerFile });
    if (isOnly) {
      this.#remove(this.#answerFile);
      app.on('second-instance', (_event, _args, _folder, data) => void this.#answer(data));
    }
    return isOnly;
  }

  /** Sets how the window is shown for every other process that was started. Those that came earlier have waited. */
  showsWindow(showWindow: () => Promise<void>): void {
    this.#showWindow.resolve(showWindow);
  }

  /** Ends this process when the other one has shown its window, or after telling the user that it does not respond. */
  async leave(systemTexts: () => TFunction): Promise<void> {
    if (await this.#waitForAnswer()) {
      app.exit(0);
      return;
    }
    this.#log('secondStartNotAnswered');
    const text = systemTexts();
    await endWithError(text('dialogs.alreadyRunning'), text('dialogs.alreadyRunningDetail'));
  }

  /** Waits until the other process has shown its window. @returns whether it did so within a few seconds. */
  async #waitForAnswer(): Promise<boolean> {
    const end = performance.now() + timeoutMilliseconds;
    while (existsSync(this.#pathOf(this.#answerFile))) {
      if (performance.now() > end) {
        this.#remove(this.#answerFile);
        return false;
      }
      await delay(pollMilliseconds);
    }
    return true;
  }

  async #answer(data: unknown): Promise<void> {
    this.#log('secondStart');
    const showWindow = await this.#showWindow.promise;
    await showWindow();
    const request = requestSchema.safeParse(data);
    if (request.success) this.#remove(request.data.answerFile);
  }

  #remove(answerFile: string): void {
    const remove = () => rmSync(this.#pathOf(answerFile), { force: true });
    this.#optional('secondStart', remove, undefined);
  }

  #pathOf(answerFile: string): string {
    return join(this.#dataFolder, answerFile);
  }
}
