import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Faults } from '../../sandbox/faults.ts';
import { atMost, quantile, type Measure } from '../bench/measures.ts';
import type { Facts } from './messages.ts';
import { runAppProcess } from './run-app-process.ts';
import { startServer } from './server.ts';

const rows = 5000;

/** How many measurements of memory are compared, because one alone varies with the garbage collector. */
const window = 5;
/** The first refreshes fill caches and grow the heap. */
const warmUp = 10;

/** The faults of a flaky network. None of them changes a row. */
const faults: readonly ((after: number) => Faults)[] = [
  () => ({}),
  (after) => ({ status: { status: 500, times: 1, after } }),
  (after) => ({ status: { status: 503, times: 2, after } }),
  (after) => ({ html: { status: 502, times: 1, after } }),
  (after) => ({ cut: { at: 'mid-body', times: 1, after } }),
  (after) => ({ cut: { at: 'before-headers', times: 1, after } }),
  (after) => ({ rateLimit: { retryAfter: 0, times: 1, after } }),
  (after) => ({ invalidJson: { times: 1, after } }),
  (after) => ({ repeatCursor: { times: 1, after } }),
  (after) => ({ latency: { milliseconds: 20, times: 10, after } }),
];

/** Refreshes, searches and exports as in a working day, under random faults, and measures what is left over. */
export async function workThroughDay(refreshes: number): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'soak-day-'));
  await using server = await startServer(rows);
  const { baseUrl, apiKey } = server.sandbox;
  await using app = await runAppProcess({ folder, baseUrl, apiKey }, rows);
  const facts: Facts[] = [];
  let failed = 0;
  let different = 0;
  for (let refresh = 0; refresh < refreshes; refresh++) {
    server.setVersion(refresh);
    const fault = faults[Math.floor(Math.random() * faults.length)];
    server.sandbox.setFaults(fault?.(Math.floor(Math.random() * 45)) ?? {});
    const code = await app.ask('refresh');
    server.sandbox.setFaults({});
    if (code !== null) failed++;
    else if ((await app.ask('digest')) !== server.digest()) different++;
    if (refresh === 0 && code !== null) await app.ask('refresh');
    await app.ask('search');
    if (refresh % 5 === 0) await app.ask('export');
    facts.push(await app.ask('facts'));
    if ((refresh + 1) % 20 === 0) {
      const megabytes = Math.round((facts.at(-1)?.memory ?? 0) / 2 ** 20);
      console.log(`${refresh + 1} refreshes, ${failed} ended by a fault, ${megabytes} MB`);
    }
  }
  await app.ask('refresh');
  if ((await app.ask('digest')) !== server.digest()) different++;
  const damage = await app.ask('check');
  for (const what of damage) console.log(`At the end of the day: ${what}`);
  await app.ask('close');
  await rm(folder, { recursive: true });

  const early = facts.slice(Math.max(0, warmUp - window), warmUp);
  const late = facts.slice(-window);
  const memory = (some: readonly Facts[]) =>
    quantile(
      some.map((fact) => fact.memory),
      0.5,
    ) /
    2 ** 20;
  // The least of some refreshes, because a connection that is kept for the next request comes and goes.
  const least = (some: readonly Facts[], count: (fact: Facts) => number) =>
    Math.min(...some.map(count));
  return [
    atMost(
      `lists that differ from the server's after ${refreshes} refreshes (${failed} ended by a fault)`,
      different,
      0,
      '',
    ),
    atMost('losses at the end of the day', damage.length, 0, ''),
    atMost(
      `memory at the end, ${memory(late).toFixed(0)} MB, by that after the tenth refresh`,
      memory(late) / memory(early),
      1.2,
      '×',
    ),
    atMost(
      'more open files and sockets than after the tenth refresh',
      Math.max(0, least(late, ({ files }) => files) - least(early, ({ files }) => files)),
      0,
      '',
    ),
    atMost(
      'more timers and other resources than after the tenth refresh',
      Math.max(
        0,
        least(late, ({ resources }) => resources) - least(early, ({ resources }) => resources),
      ),
      0,
      '',
    ),
  ];
}
