import { untilAborted } from './until-aborted.ts';

/** Runs tasks one at a time, in the order in which they were added. */
export class TaskQueue {
  #last: Promise<void> = Promise.resolve();

  /**
   * Runs a task after all tasks that were added before it.
   *
   * @returns the result of the task.
   * @throws AppError `canceled` if `signal` is aborted before the task starts, or the error of the task.
   */
  async run<Value>(signal: AbortSignal, task: () => Promise<Value>): Promise<Value> {
    const previous = this.#last;
    const done = Promise.withResolvers<undefined>();
    // If this task is canceled while it waits, the next one must still wait for the previous one.
    this.#last = previous.then(() => done.promise);
    try {
      await untilAborted(previous, signal);
      return await task();
    } finally {
      done.resolve(undefined);
    }
  }
}
