import { AppError } from '../../src-shared/errors.ts';

interface CallOptions {
  /** Ends the wait for the call. The call itself cannot be stopped. */
  signal?: AbortSignal | undefined;
  /** Reverts a call that succeeds after its caller was told that it failed. */
  revert?: () => Promise<unknown>;
}

/**
 * Runs calls to the keychain one at a time, each with a time limit. A keychain that does not answer blocks a thread of
 * libuv's pool, which has four threads for the whole process. With one call at a time, three stay free for files.
 */
export class KeychainCalls {
  readonly #limit: number;
  #last: Promise<unknown> = Promise.resolve();
  #running = false;
  /** Whether a call has exceeded its limit and has not returned yet. */
  #isStuck = false;

  /** @param limit the longest wait of a caller, in milliseconds. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Returns whether the keychain has not answered a call yet. */
  get isRunning(): boolean {
    return this.#running;
  }

  /** Resolves when all calls have returned. Never resolves if the keychain does not answer. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /**
   * Runs a call after the calls before it. A call whose caller gave up before it started does not run.
   *
   * @throws AppError `keychain_no_answer` after the time limit, and at once while an earlier call is stuck; `canceled`
   * if `signal` is aborted; and whatever the call throws.
   */
  run<Result>(call: () => Promise<Result>, { signal, revert }: CallOptions = {}): Promise<Result> {
    if (this.#isStuck) return Promise.reject(noAnswer());
    const gaveUp = new AbortController();
    const turn = this.#last.then(async () => {
      gaveUp.signal.throwIfAborted();
      this.#running = true;
      try {
        const result = await call();
        if (gaveUp.signal.aborted) await revert?.();
        return result;
      } finally {
        this.#running = false;
        this.#isStuck = false;
      }
    });
    // Without the result, which may be a key.
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );

    const answer = Promise.withResolvers<Result>();
    const giveUp = (error: AppError) => {
      gaveUp.abort();
      answer.reject(error);
    };
    const timer = setTimeout(() => {
      this.#isStuck = true;
      giveUp(noAnswer());
    }, this.#limit);
    const abort = () => giveUp(new AppError({ code: 'canceled', message: 'Canceled' }));
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort);
    const stopWaiting = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    turn.then(answer.resolve, answer.reject).finally(stopWaiting);
    return answer.promise;
  }
}

function noAnswer(): AppError {
  return new AppError({ code: 'keychain_no_answer', message: 'The keychain does not answer' });
}
