import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from './file-error.ts';

/**
 * The codes with which the systems refuse a file that another program holds, such as a virus scanner or Excel. On Windows
 * these are also the codes of missing permissions: https://github.com/nodejs/node/issues/29481
 */
const heldCodes = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);

/** Whether another program may be holding the file. */
export function isHeld(error: unknown): boolean {
  return heldCodes.has(systemCode(error) ?? '');
}

interface Patience {
  /** How long to try in all. */
  milliseconds: number;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
}

const firstDelayMilliseconds = 20;
const longestDelayMilliseconds = 1000;

/**
 * Repeats `work` with growing delays while it fails because another program may be holding the file.
 *
 * @throws the last error of `work`, or the reason of `signal`.
 */
export async function retryWhileHeld<Value>(
  work: () => Promise<Value>,
  { milliseconds, signal }: Patience,
): Promise<Value> {
  const end = performance.now() + milliseconds;
  for (
    let pause = firstDelayMilliseconds;
    ;
    pause = Math.min(2 * pause, longestDelayMilliseconds)
  ) {
    try {
      return await work();
    } catch (error) {
      const remaining = end - performance.now();
      if (!isHeld(error) || remaining <= 0) throw error;
      await delay(Math.min(pause, remaining), undefined, { signal });
    }
  }
}
