import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The project's folder. Every command runs in it. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/**
 * Runs a command in this terminal.
 *
 * @returns its exit code.
 * @throws if its program cannot be started.
 */
export async function run(
  [program, ...args]: Command,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  await once(child, 'close');
  return child.exitCode ?? 1;
}

/** Returns the command that runs a tool of an npm package with this Node. npm's own wrappers need a shell on Windows. */
export function tool(packageName: string, name: string, ...args: string[]): Command {
  const packageFile = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = packageSchema.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[name];
  if (file === undefined) throw new Error(`${packageName} has no command ${name}`);
  return [process.execPath, join(dirname(packageFile), file), ...args];
}
