import { AppError, type ErrorCode, type Result } from '../../src-shared/errors.ts';
import type { Log } from '../log/log.ts';
import type { CallContext, OnProgress } from './calls.ts';

interface RunningCall {
  controller: AbortController;
  settled: Promise<unknown>;
}

interface Observers<Name> {
  /** Receives errors that are not an `AppError`. The caller only learns that the call failed. */
  log: Log;
  /** Called for each call that was answered. `code` is `null` if it succeeded. */
  onEnd?: (name: Name, ended: { code: ErrorCode | null; milliseconds: number }) => void;
}

/** The answering half of RPC: runs the handlers of calls, cancels them, and wraps their results. */
export class CallRunner<Name> {
  readonly #observers: Observers<Name>;
  readonly #running = new Map<number | string, RunningCall>();
  #isClosed = false;

  constructor(observers: Observers<Name>) {
    this.#observers = observers;
  }

  /** Awaits `work` and returns its value or its error in an envelope. Never rejects. */
  async envelope<Value>(name: Name, work: () => Value | Promise<Value>): Promise<Result<Value>> {
    const start = performance.now();
    const end = (code: ErrorCode | null) => {
      const milliseconds = Math.round(performance.now() - start);
      this.#observers.onEnd?.(name, { code, milliseconds });
    };
    try {
      const value = await work();
      end(null);
      return { ok: true, value };
    } catch (error) {
      const known = error instanceof AppError ? error : this.#unexpected(error);
      end(known.code);
      return { ok: false, error: known.toFields() };
    }
  }

  /**
   * Runs a handler under an id, by which it can be canceled.
   *
   * @throws AppError `app_quitting` after `close`; `invalid_request` if a running call has this id; and whatever the
   * handler throws.
   */
  async run<Value>(
    id: number | string,
    handle: (context: CallContext) => Value | Promise<Value>,
    onProgress: OnProgress,
  ): Promise<Value> {
    if (this.#isClosed) throw new AppError({ code: 'app_quitting', message: 'The app quits' });
    if (this.#running.has(id)) {
      throw new AppError({ code: 'invalid_request', message: 'A running call has this id' });
    }
    const controller = new AbortController();
    const answer = async () => handle({ signal: controller.signal, onProgress });
    const settled = answer();
    this.#running.set(id, { controller, settled });
    try {
      return await settled;
    } finally {
      this.#running.delete(id);
    }
  }

  /** Cancels a call. Does nothing if the call has already ended. */
  cancel(id: number | string): void {
    this.#running.get(id)?.controller.abort();
  }

  /** Refuses new calls, cancels all running ones, and waits until their handlers have ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.cancelAll();
  }

  /** Cancels all calls and waits until their handlers have ended. */
  async cancelAll(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort();
    await Promise.allSettled(running.map(({ settled }) => settled));
  }

  #unexpected(error: unknown): AppError {
    this.#observers.log('callFailed', { error });
    return new AppError({ code: 'internal', message: 'The call failed unexpectedly' });
  }
}
