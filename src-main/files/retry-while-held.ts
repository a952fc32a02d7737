import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from './file-error.ts';

/** The codes with which the systems refuse a file that another program holds, such as a virus scanner or Excel. */
const heldCodes = new Set(['EBUSY', 'ETXTBSY']);

/**
 * On Windows, a held file can also have the codes of missing permissions: https://github.com/nodejs/node/issues/29481
 * On other systems these codes are only about permissions, which waiting does not change.
 */
if (process.platform === 'win32') for (const code of ['EPERM', 'EACCES']) heldCodes.add(code);

/** Whether another program may be holding the file. */
function isHeld(error: unknown): boolean {
  return heldCodes.has(systemCode(error) ?? '');
}

/** Converts an error like `toFileError`. If another program may be holding the file, the code is `file_in_use`. */
export function toHeldFileError(error: unknown, path: string): unknown {
  if (!isHeld(error)) return toFileError(error, path);
  return new AppError(
    { code: 'file_in_use', message: `Another program is using ${path}`, path },
    { cause: error },
  );
}

interface Patience {
  /** How long to try in all. The default is ten seconds: a virus scanner may hold a new file, or a backup an old one. */
  milliseconds?: number | undefined;
  /** Ends the waiting. */
  signal?: AbortSignal | undefined;
  /** Codes of the system after which to try again too. */
  codes?: ReadonlySet<string>;
}

const defaultMilliseconds = 10_000;
const firstDelayMilliseconds = 20;
const longestDelayMilliseconds = 1000;

/**
 * Repeats `work` with growing delays while it fails because another program may be holding the file.
 *
 * @throws the last error of `work`, or the reason of `signal`.
 */
export async function retryWhileHeld<Value>(
  work: () => Promise<Value>,
  { milliseconds = defaultMilliseconds, signal, codes = new Set() }: Patience = {},
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
      const mayPass = isHeld(error) || codes.has(systemCode(error) ?? '');
      if (!mayPass || remaining <= 0) throw error;
      await delay(Math.min(pause, remaining), undefined, { signal });
    }
  }
}
