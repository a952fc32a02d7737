import { AppError, type ErrorCode, type Result } from '../../src-shared/errors.ts';
import type { Log } from '../log.ts';
import type { CallContext, OnProgress } from './calls.ts';

interface RunningCall {
  controller: AbortController;
  settled: Promise<unknown>;
}

/** The answering half of RPC: runs the handlers of calls, cancels them, and wraps their results. */
export class CallRunner {
  readonly #log: Log;
  readonly #onError: (name: string, code: ErrorCode) => void;
  readonly #running = new Map<number | string, RunningCall>();

  /**
   * @param log receives errors that are not an `AppError`; the caller only learns that the call failed.
   * @param onError called for each call that is answered with an error.
   */
  constructor(log: Log, onError: (name: string, code: ErrorCode) => void = () => undefined) {
    this.#log = log;
    this.#onError = onError;
  }

  /** Awaits `work` and returns its value or its error in an envelope. Never rejects. */
  async envelope<Value>(name: string, work: () => Value | Promise<Value>): Promise<Result<Value>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const known = error instanceof AppError ? error : this.#unexpected(name, error);
      this.#onError(name, known.code);
      return { ok: false, error: known.toFields() };
    }
  }

  /**
   * Runs a handler under an id, by which it can be canceled.
   *
   * @throws AppError `invalid_request` if a running call has this id; and whatever the handler throws.
   */
  async run<Value>(
    id: number | string,
    handle: (context: CallContext) => Value | Promise<Value>,
    onProgress: OnProgress,
  ): Promise<Value> {
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

  /** Cancels all calls and waits until their handlers have ended. */
  async cancelAll(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort();
    await Promise.allSettled(running.map(({ settled }) => settled));
  }

  #unexpected(name: string, error: unknown): AppError {
    this.#log(`The call ${name} failed`, error);
    return new AppError({ code: 'internal', message: `The call ${name} failed` });
  }
}
