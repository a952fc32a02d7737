import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root, tool, type Command } from './run.ts';

/** A part of the checks, with the name that the terminal shows. */
export interface Step {
  name: string;
  command: Command;
  /** Added to the environment. */
  env?: NodeJS.ProcessEnv;
}

/** The checks that read the sources and run nothing. */
export const staticSteps: readonly Step[] = [
  { name: 'formatting', command: tool('prettier', 'prettier', '--check', '--cache', '.') },
  { name: 'lint and types', command: tool('oxlint', 'oxlint') },
  {
    name: 'imports',
    command: tool(
      'dependency-cruiser',
      'depcruise',
      ...['--config', 'dependency-cruiser.config.ts'],
      ...['src-main', 'src-preload', 'src-renderer', 'src-shared'],
      ...['sandbox', 'test-host', 'e2e', 'scripts'],
    ),
  },
  { name: 'unused code', command: tool('knip', 'knip') },
];

const env = {
  ...process.env,
  // The tests start hundreds of Node processes, which load the same files: https://nodejs.org/api/module.html#module-compile-cache
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
};

/**
 * Runs lists of steps side by side, each list in its order. After a failure no further step starts.
 *
 * @returns the exit code of the first failure, or 0.
 */
export async function runSteps(...lists: readonly (readonly Step[])[]): Promise<number> {
  const failures: number[] = [];
  const runList = async (steps: readonly Step[]) => {
    for (const step of steps) {
      if (failures.length > 0) return;
      const exitCode = await runStep(step, lists.length > 1);
      if (exitCode !== 0) failures.push(exitCode);
    }
  };
  await Promise.all(lists.map(runList));
  return failures[0] ?? 0;
}

/** @param isBeside whether other steps run at the same time: then the output is printed in one piece at the end. */
async function runStep({ name, command, env: added }: Step, isBeside: boolean): Promise<number> {
  const start = performance.now();
  if (!isBeside) console.log(`\n▶ ${name}`);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...env, ...added },
    stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => printed.push(chunk));
  }
  await once(child, 'close');
  if (isBeside) console.log(`\n▶ ${name}\n${printed.join('')}`.trimEnd());
  console.log(`${child.exitCode === 0 ? '✓' : '✗'} ${name}, ${secondsSince(start)}`);
  return child.exitCode ?? 1;
}

export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
