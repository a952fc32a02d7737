import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns whether calls of the system can be traced here. */
export function canTrace(): Promise<boolean> {
  return run('strace', ['-o', '/dev/null', 'true']).then(
    () => true,
    () => false,
  );
}

/**
 * Runs a script with its arguments, in which calls of the system fail.
 *
 * @param faults values of the option `inject` of strace, such as `rename:error=EBUSY`.
 * @param paths the only paths for which the calls fail. The default is all.
 * @param threads how many threads access files. The default is one, because strace counts the calls of each thread.
 * @returns the JSON that the script prints.
 */
export async function runWithFaults(
  faults: readonly string[],
  [script, ...args]: readonly [script: URL, ...args: string[]],
  paths: readonly string[] = [],
  threads = 1,
): Promise<unknown> {
  const calls = faults.map((fault) => fault.split(':', 1).join());
  const options = [
    ...['-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls.join()}`],
    ...faults.flatMap((fault) => ['-e', `inject=${fault}`]),
    ...paths.flatMap((path) => ['-P', path]),
  ];
  const program = [process.execPath, fileURLToPath(script), ...args];
  const env = { ...process.env, UV_THREADPOOL_SIZE: String(threads) };
  const { stdout } = await run('strace', [...options, ...program], { env });
  return JSON.parse(stdout);
}
