import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../run.ts';

export interface SandboxProcess extends AsyncDisposable {
  baseUrl: string;
  apiKey: string;
}

/** The numbers of rows that the sandbox generates. */
interface Rows {
  tenants: number;
  hotlines: number;
}

/** Starts the sandbox in a new process, so that its time and memory are not measured. */
export async function startSandboxProcess(
  { tenants, hotlines }: Rows,
  options: string[] = [],
): Promise<SandboxProcess> {
  const apiKey = 'bench-key';
  const child = spawn(
    process.execPath,
    [
      join(root, 'sandbox', 'cli.ts'),
      ...['--port', '0', '--key', apiKey, '--tenants', String(tenants)],
      ...['--hotlines', String(hotlines)],
      ...options,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface(child.stdout)) {
    const baseUrl = /^Base URL +(.*)$/.exec(line)?.[1];
    if (baseUrl === undefined) continue;
    return {
      baseUrl,
      apiKey,
      async [Symbol.asyncDispose]() {
        child.kill('SIGINT');
        if (child.exitCode === null) await once(child, 'exit');
      },
    };
  }
  throw new Error('The sandbox did not start');
}
