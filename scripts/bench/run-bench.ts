import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchOptions } from './options.ts';
import { parseReport, toTable, type Measure } from './measures.ts';

/** Measures one part in a new process, so that the parts do not share memory. */
async function measure(part: string): Promise<Measure[]> {
  const script = fileURLToPath(new URL(`measure-${part}.ts`, import.meta.url));
  const child = fork(script, process.argv.slice(2), { execArgv: ['--expose-gc'] });
  const reported: unknown[] = [];
  child.on('message', (message) => reported.push(message));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`Measuring ${part} failed`);
  return reported.flatMap(parseReport);
}

/** Measures all parts, or the chosen one, and prints the table. @returns the exit code: 1 if a bound is exceeded. */
async function bench(): Promise<number> {
  const measures: Measure[] = [];
  for (const part of benchOptions().chosen) measures.push(...(await measure(part)));
  const [cpu] = cpus();
  console.log(`${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.version}\n`);
  console.log(toTable(measures));
  return measures.every(({ holds }) => holds) ? 0 : 1;
}

process.exitCode = await bench();
