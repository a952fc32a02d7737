import { AppError } from '../../src-shared/errors.ts';

/** Waits for work that others may share. @throws AppError `canceled` if `signal` is aborted; the work then continues. */
export async function untilAborted<Value>(
  work: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return work;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(new AppError({ code: 'canceled', message: 'Canceled' }));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([aborted.promise, work]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
