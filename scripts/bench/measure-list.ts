import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { annotateSome, runAnnotatedMix } from './annotated-mix.ts';
import { startApp, type BenchApp } from './app.ts';
import { hotlineMix, listMix } from './list-mix.ts';
import { runMatchedLists } from './matched-lists.ts';
import { benchOptions } from './options.ts';
import { runMix, runPlain } from './run-mix.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { atMost, type Measure, quantile, report } from './measures.ts';

const { tenants, hotlines, rounds, verbose } = benchOptions();

/** Measures a refresh of all tenants and hotlines, then the queries, in this process and its worker thread. */
async function measureList(): Promise<Measure[]> {
  await using sandbox = await startSandboxProcess({ tenants, hotlines });
  await using app = await startApp(sandbox);
  // The idle app has started and shown one page.
  await app.status();
  await app.listLive();
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await app.refresh();
  clearInterval(watch);

  const { tenants: rows } = await app.list({ filter: {}, paging: { limit: 100 } });
  const [some] = rows;
  if (some === undefined) throw new Error('The saved list is empty');
  const saved = await app.status('hotlines');
  if (saved.tenants !== hotlines) throw new Error('The hotlines were not read');
  const mix = await runMix(app, listMix(some), rounds);
  delay.disable();

  const all = await allTenants(app);
  const plain = await runPlain(all);
  await annotateSome(app, all);
  const annotated = await runAnnotatedMix(app, some, rounds);
  const ofHotlines = await runMix(app, hotlineMix(), rounds);
  const matched = await runMatchedLists(app, all, rounds);
  const times = mix.map(({ milliseconds }) => milliseconds);
  const p95 = quantile(times, 0.95);
  const plainP95 = quantile(
    plain.map(({ milliseconds }) => milliseconds),
    0.95,
  );
  if (verbose) {
    const slowest = [...mix, ...annotated, ...ofHotlines, ...matched].toSorted(
      (left, right) => right.milliseconds - left.milliseconds,
    );
    for (const { name, milliseconds } of slowest.slice(0, 20)) {
      console.log(`${milliseconds.toFixed(1).padStart(8)} ms  ${name}`);
    }
    console.log(`plain scan and sort, p95: ${plainP95.toFixed(1)} ms`);
  }
  return [
    atMost(
      'saved list: p95 of the queries, relative to a plain scan and sort',
      p95 / plainP95,
      0.2,
      '',
    ),
    atMost(`saved list: p95 of ${times.length} queries`, p95, 30, 'ms'),
    atMost(
      `saved list: first page of a view, with notes on 5,000 tenants, p95 of ${annotated.length}`,
      quantile(
        annotated.map(({ milliseconds }) => milliseconds),
        0.95,
      ),
      30,
      'ms',
    ),
    atMost(
      `saved list: tenants of a list of 10,000 ids, p95 of ${matched.length}`,
      quantile(
        matched.map(({ milliseconds }) => milliseconds),
        0.95,
      ),
      300,
      'ms',
    ),
    atMost(
      `saved hotlines: a page of ${hotlines}, searched and sorted, p95 of ${ofHotlines.length}`,
      quantile(
        ofHotlines.map(({ milliseconds }) => milliseconds),
        0.95,
      ),
      30,
      'ms',
    ),
    atMost('saved list: slowest query', Math.max(...times), 150, 'ms'),
    atMost(
      `memory: peak RSS above idle in a refresh of ${tenants} tenants and ${hotlines} hotlines`,
      (peak - idle) / 1e6,
      80,
      'MB',
    ),
    atMost(
      'main thread: p99 of its delay in a refresh and the queries',
      delay.percentile(99) / 1e6,
      20,
      'ms',
    ),
    atMost('main thread: longest delay', delay.max / 1e6, 50, 'ms'),
  ];
}

/** Returns all saved tenants. */
async function allTenants(app: BenchApp): Promise<ListRecord[]> {
  const all: ListRecord[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<BenchApp['list']>> = await app.list({
      filter: {},
      paging: { limit: 100, ...(after !== null && { after }) },
    });
    all.push(...page.tenants);
    after = page.paging.next;
  } while (after !== null);
  return all;
}

report(await measureList());
