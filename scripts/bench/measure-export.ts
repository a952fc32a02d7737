import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { workerLimits } from '../../src-main/list-worker/limits.ts';
import { ListWorker, type CallOptions } from '../../src-main/list-worker/list-worker.ts';
import type { WorkerSettings } from '../../src-main/list-worker/calls.ts';
import { usualExportOptions } from '../../src-shared/choices.ts';
import { listId } from './export/saved-list.ts';

import { benchOptions } from './options.ts';
import { report } from './report.ts';
import { atMost, quantile, type Measure } from './statistics.ts';

const { tenants, rounds, verbose } = benchOptions();
const entry = new URL('../../src-main/list-worker/worker.ts', import.meta.url);
const otherWriters = fileURLToPath(new URL('export/other-writers.ts', import.meta.url));

/** Another writer, in a process of its own. @returns the milliseconds it took. */
async function other(...args: readonly string[]): Promise<number> {
  const child = fork(otherWriters, args);
  const told: unknown[] = [];
  child.on('message', (message) => told.push(message));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${args.join(' ')} failed`);
  return z.number().parse(told[0] ?? 0);
}

/** The saved list's thread with nothing else of the app, over a store of so many tenants. */
async function startExports(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-export-'));
  await other('fill', folder, String(count));
  const workerData: WorkerSettings = { dataFolder: folder, version: 'bench' };
  const lists = new ListWorker({
    start: () => new Worker(entry, { workerData, resourceLimits: workerLimits }),
    fetch,
    log: console.error,
  });
  const path = join(folder, 'tenants.xlsx');
  // Idle is an app that has shown a page.
  await lists.call('list', { listIds: [listId], filter: {}, paging: { limit: 100 } });
  return {
    folder,
    path,
    write: (options: CallOptions = {}) =>
      lists.call(
        'writeExport',
        {
          ...{
            lists: [{ listId, accountId: 'bench', accountName: 'Bench', baseUrl: null }],
            isOfAll: false,
            path,
            language: 'en',
            timeZone: 'vietnam',
          },
          scope: { kind: 'all', source: 'saved', filter: {} },
          options: usualExportOptions,
          credentials: null,
        },
        options,
      ),
    async [Symbol.asyncDispose]() {
      await lists.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Exports = Awaited<ReturnType<typeof startExports>>;

/** The most memory, RSS, that an export takes on top of what the idle app has, in MB. */
async function peakMemory(exports: Exports, count: number): Promise<number> {
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  // Garbage is collected now and then, and one short export may be lucky: as many rows are written in any case.
  for (let rows = 0; rows < tenants * 10; rows += count) await exports.write();
  clearInterval(watch);
  return (peak - idle) / 1e6;
}

/** Milliseconds from *Cancel* in mid-export to the answer, when nothing of it may be left. */
async function timeOfCancel({ write, folder }: Exports): Promise<number> {
  const before = await readdir(folder);
  const controller = new AbortController();
  let canceledAt = NaN;
  const onRows = (rows: number) => {
    if (rows < tenants / 2 || controller.signal.aborted) return;
    canceledAt = performance.now();
    controller.abort();
  };
  await write({ signal: controller.signal, onRows }).catch(() => undefined);
  const milliseconds = performance.now() - canceledAt;
  const left = (await readdir(folder)).filter((name) => !before.includes(name));
  if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`);
  return milliseconds;
}

async function measureExport(): Promise<Measure[]> {
  await using exports = await startExports(tenants);
  // First, because memory that was given back earlier would hide what it takes.
  const memory = await peakMemory(exports, tenants);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times = {
    ours: Array<number>(),
    bare: Array<number>(),
    exceljs: Array<number>(),
    unstyled: Array<number>(),
  };
  for (let round = 0; round < rounds; round += 1) {
    delay.enable();
    const start = performance.now();
    await exports.write();
    times.ours.push(performance.now() - start);
    delay.disable();
    times.bare.push(await other('bare', exports.folder, join(exports.folder, 'bare')));
    times.exceljs.push(await other('exceljs', exports.folder, join(exports.folder, 'other.xlsx')));
    times.unstyled.push(
      await other('unstyled', exports.folder, join(exports.folder, 'unstyled.xlsx')),
    );
  }
  if (verbose) {
    for (const [who, each] of Object.entries(times)) {
      console.log(`${who}: ${each.map((time) => `${time.toFixed(0)} ms`).join(', ')}`);
    }
    for (const name of ['tenants.xlsx', 'bare', 'other.xlsx', 'unstyled.xlsx']) {
      const { size } = await stat(join(exports.folder, name));
      console.log(`${name}: ${(size / 1e6).toFixed(1)} MB`);
    }
  }
  const ours = quantile(times.ours, 0.5);
  const bare = quantile(times.bare, 0.5);
  const exceljs = quantile(times.exceljs, 0.5);
  const cancel = await timeOfCancel(exports);
  return [
    atMost(`export of ${tenants} against exceljs' streaming writer`, ours / exceljs, 0.33, ''),
    atMost('the same, against plain strings into zlib', ours / bare, 1.5, ''),
    atMost('the same: peak RSS above idle', memory, 60, 'MB'),
    atMost(`the same of ${tenants * 10}, against that`, (await memoryOfMany()) / memory, 1.2, ''),
    atMost('main thread: p99 of its delay in an export', delay.percentile(99) / 1e6, 20, 'ms'),
    atMost('export: from cancel to nothing left', cancel, 300, 'ms'),
  ];
}

async function memoryOfMany(): Promise<number> {
  await using many = await startExports(tenants * 10);
  return await peakMemory(many, tenants * 10);
}

report(await measureExport());
