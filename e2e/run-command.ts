import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { chooseHost } from './app.ts';
import { findElectron } from './find-electron.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a command prints. */
const outputSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** A command of the command line that has ended. */
interface EndedCommand {
  /** `null` if it was killed. */
  exitCode: number | null;
  /** The only line of its standard output; `null` if it was killed before, or nobody read it. */
  output: z.infer<typeof outputSchema> | null;
  /** Its standard error. */
  progress: string;
}

export interface RunningCommand {
  process: ChildProcess;
  /** Returns what it has printed to standard error so far. */
  progress: () => string;
  ended: Promise<EndedCommand>;
}

/**
 * Starts a command of the built app, on the same host as the specs and without a display.
 *
 * @param place the data folder, what is added to the environment, and the standard input, which is empty by default.
 */
export function startCommand(
  place: string | { dataFolder: string; env?: NodeJS.ProcessEnv; input?: string },
  ...args: string[]
): RunningCommand {
  const { dataFolder, env, input = '' } = typeof place === 'string' ? { dataFolder: place } : place;
  const [program, ...start] = programOf();
  const child = spawn(program, [...start, ...args, `--user-data-dir=${dataFolder}`], {
    cwd: dataFolder,
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en', ...env },
    stdio: 'pipe',
  });
  // A command that ends without reading its input closes the pipe.
  child.stdin.on('error', () => undefined).end(input);
  let printed = '';
  let progress = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (progress += text));
  const end = async (): Promise<EndedCommand> => {
    await once(child, 'close');
    const { exitCode } = child;
    if (exitCode === null || printed === '') return { exitCode, output: null, progress };
    const [line = '', ...others] = printed.split('\n');
    if (others.join('') !== '') throw new Error(`More than one line was printed:\n${printed}`);
    return { exitCode, output: outputSchema.parse(JSON.parse(line)), progress };
  };
  return { process: child, progress: () => progress, ended: end() };
}

/** Runs a command to its end. */
export function runCommand(
  ...[place, ...args]: Parameters<typeof startCommand>
): Promise<EndedCommand> {
  return startCommand(place, ...args).ended;
}

function programOf(): [string, ...string[]] {
  if (chooseHost() === 'electron') {
    return [findElectron(process.env) ?? 'electron', root, '--ozone-platform=headless'];
  }
  const runner = join(root, 'test-host', 'app-process', 'run.ts');
  return [process.execPath, runner, join(root, 'out', 'main', 'index.js')];
}
