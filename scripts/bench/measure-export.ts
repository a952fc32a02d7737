import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { inProcess, startExports, type Exports } from './export/exports.ts';
import { benchOptions } from './options.ts';
import { atMost, type Measure, quantile, report } from './measures.ts';

const { tenants, rounds, verbose } = benchOptions();
const writers = 'other-writers.ts';

/** Returns the milliseconds from canceling an export halfway until it has ended and no file may be left. */
async function timeOfCancel({ write, folder }: Exports): Promise<number> {
  const before = await readdir(folder);
  const controller = new AbortController();
  let canceledAt = NaN;
  const onProgress = (rows: number) => {
    if (rows < tenants / 2 || controller.signal.aborted) return;
    canceledAt = performance.now();
    controller.abort();
  };
  await write({ signal: controller.signal, onProgress }).catch(() => undefined);
  const milliseconds = performance.now() - canceledAt;
  const left = (await readdir(folder)).filter((name) => !before.includes(name));
  if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`);
  return milliseconds;
}

async function measureExport(): Promise<Measure[]> {
  const rows = tenants * 10;
  const peaks = { few: Array<number>(), many: Array<number>() };
  for (let round = 0; round < rounds; round += 1) {
    // Both write the same number of rows, because the peak depends on when garbage is collected.
    peaks.few.push(await inProcess('peak-memory.ts', String(tenants), String(rows)));
    peaks.many.push(await inProcess('peak-memory.ts', String(rows), String(rows)));
  }
  const memory = quantile(peaks.few, 0.5);
  await using exports = await startExports(tenants);
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
    times.bare.push(await inProcess(writers, 'bare', exports.folder, join(exports.folder, 'bare')));
    times.exceljs.push(
      await inProcess(writers, 'exceljs', exports.folder, join(exports.folder, 'other.xlsx')),
    );
    times.unstyled.push(
      await inProcess(writers, 'unstyled', exports.folder, join(exports.folder, 'unstyled.xlsx')),
    );
  }
  if (verbose) {
    for (const [who, each] of Object.entries(times)) {
      console.log(`${who}: ${each.map((time) => `${time.toFixed(0)} ms`).join(', ')}`);
    }
    for (const [which, each] of Object.entries(peaks)) {
      console.log(
        `peak memory, ${which}: ${each.map((peak) => `${peak.toFixed(1)} MB`).join(', ')}`,
      );
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
    atMost(`export of ${tenants}, relative to exceljs' streaming writer`, ours / exceljs, 0.33, ''),
    atMost('the same, relative to plain strings into zlib', ours / bare, 1.5, ''),
    atMost('the same: peak RSS above idle', memory, 60, 'MB'),
    atMost(
      `the same of ${tenants * 10}, relative to that`,
      quantile(peaks.many, 0.5) / memory,
      1.2,
      '',
    ),
    atMost('main thread: p99 of its delay in an export', delay.percentile(99) / 1e6, 20, 'ms'),
    atMost('export: from cancel to no file left', cancel, 300, 'ms'),
  ];
}

report(await measureExport());
