import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../src-shared/errors.ts';

/**
 * Lets the thread handle other calls between two steps of a long one.
 *
 * @throws AppError `canceled` if `signal` is aborted.
 */
export async function handleOtherCalls(signal: AbortSignal): Promise<void> {
  await nextTurn();
  if (signal.aborted) throw new AppError({ code: 'canceled', message: 'Canceled' });
}
