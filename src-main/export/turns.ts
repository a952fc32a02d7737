import { AppError } from '../../src-shared/errors.ts';

/** Lets one work at a time, in the order in which they asked. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /**
   * Waits until all that asked before are done, then works.
   *
   * @throws AppError `canceled` when `signal` is aborted while it waits; and whatever `work` throws.
   */
  async take<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    const before = this.#last;
    const done = Promise.withResolvers<undefined>();
    // Who gives up while waiting does not let the next one overtake.
    this.#last = before.then(() => done.promise);
    try {
      await untilAborted(before, signal);
      return await work();
    } finally {
      done.resolve(undefined);
    }
  }
}

async function untilAborted(waitedFor: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = () =>
    aborted.reject(new AppError({ code: 'canceled', message: 'Canceled before its turn' }));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  try {
    await Promise.race([aborted.promise, waitedFor]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
