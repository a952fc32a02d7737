import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '../src-main/command-line/command.ts';
import { root, tool } from './run.ts';

const main = join(root, 'out', 'main', 'index.js');

/**
 * `npm run export -- --account NAME --to PATH`: runs a command of the command line in plain Node, with the built main
 * process and without Electron. Other commands than `export` are named: `npm run export -- list-accounts`. Builds the app
 * first if the sources have changed.
 */
async function runCommand(args: string[]): Promise<number> {
  if (isBuildOld()) {
    // Standard output is for the result.
    const [program, ...buildArgs] = tool(
      'electron-vite',
      'electron-vite',
      'build',
      '--logLevel',
      'warn',
    );
    const built = spawnSync(program, buildArgs, { cwd: root, stdio: ['ignore', 2, 2] });
    if (built.status !== 0) return 1;
  }
  const isNamed = commandNames.some((name) => name === args[0]);
  const command = isNamed ? args : ['export', ...args];
  const runner = join(root, 'test-host', 'app-process', 'run.ts');
  const child = spawn(process.execPath, [runner, main, ...command], {
    // npm runs its scripts in the project's folder, but a relative path starts from the caller's.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  // The command ends itself, and its exit code is passed on. Ctrl+C reaches both processes.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  await once(child, 'close');
  return child.exitCode ?? 1;
}

/** Returns whether a source of the main process is newer than the built one, or there is none. */
function isBuildOld(): boolean {
  const built = statSync(main, { throwIfNoEntry: false });
  if (built === undefined) return true;
  const sources = globSync('{src-main,src-shared,sandbox}/**/*.ts', { cwd: root });
  return sources.some((source) => statSync(join(root, source)).mtimeMs > built.mtimeMs);
}

process.exitCode = await runCommand(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
