import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log/log.ts';

/** Long enough to remove a temporary file. Work that hangs must not keep the app from quitting. */
const timeLimit = 3_000;

interface Parts {
  secondStart: { stop: () => void };
  exports: { stop: () => void };
  /** The page's calls. */
  calls: { close: () => Promise<void> };
  shownChanges: { finish: () => Promise<void> };
  lists: { close: () => Promise<void>; removePartialFiles: () => void };
  keychain: { finish: () => Promise<void> };
  window: { saveState: () => Promise<void> };
  log: Log;
}

/** All work of the app that must end before the app does. */
export class RunningWork {
  readonly #parts: Parts;
  readonly #limit: number;
  #finishing: Promise<void> | null = null;

  /** @param limit the longest wait for the end of the work, in milliseconds. */
  constructor(parts: Parts, limit = timeLimit) {
    this.#parts = parts;
    this.#limit = limit;
  }

  /** Whether the app quits, restarts or is shut down. */
  get isFinishing(): boolean {
    return this.#finishing !== null;
  }

  /** Ends all work before the app quits or restarts. Resolves after the limit if something hangs. Never rejects. */
  finish(): Promise<void> {
    this.#finishing ??= Promise.race([this.#end(), delay(this.#limit)]);
    return this.#finishing;
  }

  /** Ends all work because the computer shuts down. Removes partial files first, because there may be no time left. */
  abandon(): void {
    const { lists, log } = this.#parts;
    log('sessionEnds');
    lists.removePartialFiles();
    void this.finish();
  }

  async #end(): Promise<void> {
    const { secondStart, exports, calls, shownChanges, lists, keychain, window, log } = this.#parts;
    // A part that fails must not keep the app from waiting for the others.
    const end = async (part: () => Promise<void>) => {
      try {
        await part();
      } catch (error) {
        log('workNotFinished', { error });
      }
    };
    const endCalls = async () => {
      await end(() => calls.close());
      await end(() => shownChanges.finish());
      await Promise.all([end(() => lists.close()), end(() => keychain.finish())]);
    };
    secondStart.stop();
    exports.stop();
    await Promise.all([end(() => window.saveState()), endCalls()]);
    log('appQuits');
  }
}
