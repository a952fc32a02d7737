import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListWorker, startWorker } from '../../src-main/lists/list-worker.ts';
import type { Filter, Sort } from '../../src-shared/list-tenants.ts';
import { changeKinds } from '../../src-shared/tenant-fields.ts';
import { fillYear, listId } from './history/fill-year.ts';
import { atMost, quantile, report, type Measure } from './measures.ts';
import { benchOptions } from './options.ts';

const { tenants, rounds, verbose } = benchOptions();
const day = 86_400_000;
const entry = new URL('../../src-main/list-worker/worker.ts', import.meta.url);

/** Measures a list with a year of daily refreshes, which have each found changes in 0.5 % of the tenants. */
async function measureHistory(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-history-'));
  try {
    const growth = fillYear({ folder, tenants, changesPerDay: tenants / 200 });
    const lists = new ListWorker({
      start: () => startWorker(entry, { dataFolder: folder, version: 'bench', computerZone: null }),
      fetchPage: () => Promise.reject(new Error('Not part of the benchmark')),
      writeLog: console.error,
    });
    try {
      return [
        ...(await measureQueries(lists)),
        atMost('history: growth of the file in a year', growth / 1e6, 60, 'MB'),
      ];
    } finally {
      await lists.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The day of the baseline, in days ago: some of them are those that the app offers. */
const daysAgo = [1, 7, 30, 90, 180, 364, ...Array.from({ length: 24 }, (_, at) => 2 + at * 15)];

async function measureQueries(lists: ListWorker): Promise<Measure[]> {
  const page = (filter: Filter, sort?: Sort[]) =>
    lists.call('listTenants', {
      ...{ listIds: [listId], filter, paging: { limit: 100 } },
      ...(sort && { sort }),
    });
  const counts = (since: string) =>
    lists.call('getChanges', { lists: [{ listId, accountId: 'bench' }], since });
  // The idle app has shown one page.
  await page({});
  const [changes, past, pastAgain, pastQueries] = [
    new Times(),
    new Times(),
    new Times(),
    new Times(),
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, days] of daysAgo.entries()) {
      // Another minute each time, so that no answer is in a cache.
      const time = new Date(Date.now() - days * day - (round * 100 + at) * 60_000).toISOString();
      await changes.add(`changes since ${days} days`, async () => {
        await page({ change: 'any', since: time });
        await counts(time);
      });
      for (const change of changeKinds) {
        await changes.add(`${change} since ${days} days`, () => page({ change, since: time }));
      }
      await past.add(`the list ${days} days ago`, () => page({ asOf: time }));
      await pastAgain.add(`the list ${days} days ago again`, () => page({ asOf: time }));
      const byName: Sort[] = [{ field: 'name', direction: 'ascending' }];
      await pastQueries.add(`the list ${days} days ago, by name`, () =>
        page({ asOf: time }, byName),
      );
      await pastQueries.add(`a search in the list ${days} days ago`, () =>
        page({ asOf: time, name: 'cong ty' }),
      );
    }
  }
  if (verbose) for (const times of [changes, past, pastAgain, pastQueries]) times.print();
  return [
    atMost('history: changes since a baseline, first page and counts, p95', changes.p95, 60, 'ms'),
    atMost('history: the list of an earlier day, first page, p95', past.p95, 200, 'ms'),
    atMost('history: the same again, p95', pastAgain.p95, 30, 'ms'),
    atMost(
      'history: the same, sorted or searched for the first time, p95',
      pastQueries.p95,
      200,
      'ms',
    ),
  ];
}

/** How long some calls took. */
class Times {
  readonly #times: { name: string; milliseconds: number }[] = [];

  async add(name: string, work: () => Promise<unknown>): Promise<void> {
    const start = performance.now();
    await work();
    this.#times.push({ name, milliseconds: performance.now() - start });
  }

  get p95(): number {
    return quantile(
      this.#times.map(({ milliseconds }) => milliseconds),
      0.95,
    );
  }

  /** Prints the slowest. */
  print(): void {
    const slowest = this.#times.toSorted((left, right) => right.milliseconds - left.milliseconds);
    for (const { name, milliseconds } of slowest.slice(0, 10)) {
      console.log(`${milliseconds.toFixed(1).padStart(8)} ms  ${name}`);
    }
  }
}

report(await measureHistory());
