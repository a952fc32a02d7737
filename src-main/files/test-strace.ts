import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Traces a program. It has one thread for files, because strace counts the calls of each thread. */
const strace = (...args: string[]) =>
  promisify(execFile)('strace', ['-f', '-qq', ...args], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });

/** Returns whether calls of the system can be traced here. */
export function canTrace(): Promise<boolean> {
  return strace('-o', '/dev/null', 'true').then(
    () => true,
    () => false,
  );
}

/**
 * Runs a script beside this file, in which calls of the system fail.
 *
 * @param faults values of the option `inject` of strace, such as `rename:error=EBUSY`.
 * @param paths the only paths for which the calls fail. The default is all.
 * @returns the JSON that the script prints.
 */
export async function runWithFaults(
  faults: readonly string[],
  [script, ...args]: readonly [script: string, ...args: string[]],
  paths: readonly string[] = [],
): Promise<unknown> {
  const calls = faults.map((fault) => fault.split(':', 1).join());
  const { stdout } = await strace(
    ...['-o', '/dev/null', '-e', `trace=${calls.join()}`],
    ...faults.flatMap((fault) => ['-e', `inject=${fault}`]),
    ...paths.flatMap((path) => ['-P', path]),
    ...[process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args],
  );
  return JSON.parse(stdout);
}
