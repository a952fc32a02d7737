import { generateHotlines } from './generate-hotlines.ts';
import { generateTenants, lastMoment } from './generate.ts';
import { hotlineDescriptions, networks } from './hotline-values.ts';
import { pick, seededRandom } from './random.ts';
import type { Random } from './random.ts';
import type { SandboxHotline, SandboxRow, SandboxTenant } from './wire.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * What can happen to a list.
 *
 * - `created`, `gone`, `back`: a row appears, disappears, or appears again with its old id.
 * - `changed`: values of a row change. `flipped`: its status changes, and changes back the next day.
 * - `touched`: only `updated_at` changes.
 * - `silent`: values change, but `updated_at` does not.
 * - `wrongClock`: values change while the server's clock is a year behind or two days ahead.
 */
export const eventKinds = [
  'created',
  'gone',
  'back',
  'changed',
  'flipped',
  'touched',
  'silent',
  'wrongClock',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The list at the end of a day. */
export interface ScriptedDay {
  /** The end of the day, in milliseconds since 1970. */
  at: number;
  tenants: readonly SandboxTenant[];
}

/** The hotlines at the end of a day. */
interface ScriptedHotlineDay {
  /** Like that of `ScriptedDay`. */
  at: number;
  hotlines: readonly SandboxHotline[];
}

interface ScriptOptions {
  /** How many rows there are at first; default 250. */
  count?: number;
  seed?: number;
  days: number;
  /** How many events each day has at most; default 8. Some days have none. */
  eventsPerDay?: number;
  /** What happens; default all kinds. */
  kinds?: readonly EventKind[];
}

/**
 * Generates a list and what becomes of it, day by day, beginning with the generated list. The same options always give
 * the same days. The lists are the truth: what changed between two days is the difference between their lists.
 */
export function scriptDays(options: ScriptOptions): ScriptedDay[] {
  const { seed = 1 } = options;
  const script = scriptRows(options, (count) => generateTenants({ count, seed }), noOtherValues);
  return script.map(({ at, rows }) => ({ at, tenants: rows }));
}

/** Generates hotlines of the owners of `tenants`, and what becomes of them, like `scriptDays`. */
export function scriptHotlineDays(
  options: ScriptOptions & { tenants: readonly SandboxTenant[] },
): ScriptedHotlineDay[] {
  const { seed = 1, tenants } = options;
  const generate = (count: number) => generateHotlines({ count, seed, tenants });
  const script = scriptRows(options, generate, (random) => ({
    network: pick(random, networks).network,
    description: random() < 0.5 ? '' : pick(random, hotlineDescriptions),
  }));
  return script.map(({ at, rows }) => ({ at, hotlines: rows }));
}

/** Returns further values that an event changes. */
type OtherValues<Row> = (random: Random) => Partial<Row>;

const noOtherValues = () => ({});

/** @param generate returns as many rows as ever exist. */
function scriptRows<Row extends SandboxRow>(
  options: ScriptOptions,
  generate: (count: number) => Row[],
  otherValues: OtherValues<Row>,
): { at: number; rows: readonly Row[] }[] {
  const { count = 250, seed = 1, days, eventsPerDay = 8, kinds = eventKinds } = options;
  const random = seededRandom(seed);
  const all = generate(count + days * eventsPerDay);
  const list: List<Row> = {
    ...{ random, otherValues, gone: [], flipped: [] },
    rows: all.slice(0, count),
    unborn: all.slice(count),
  };
  const script = [{ at: lastMoment, rows: [...list.rows] }];
  for (let number = 1; number <= days; number += 1) {
    const start = lastMoment + (number - 1) * day;
    for (const { id, status } of list.flipped.splice(0)) {
      change(list, id, (row) => ({ ...row, status, updated_at: timeAt(start + minute) }));
    }
    // Every fourth day is quiet.
    const events = number % 4 === 0 ? 0 : 1 + Math.floor(random() * eventsPerDay);
    for (let event = 1; event <= events; event += 1) {
      happen(list, pick(random, kinds), start + event * 30 * minute);
    }
    script.push({ at: start + day, rows: [...list.rows] });
  }
  return script;
}

interface List<Row> {
  random: Random;
  otherValues: OtherValues<Row>;
  rows: Row[];
  /** Rows that will be created. */
  unborn: Row[];
  gone: Row[];
  /** Rows whose status changes back the next day, as they were before. */
  flipped: Row[];
}

function happen<Row extends SandboxRow>(list: List<Row>, kind: EventKind, moment: number): void {
  const { random, otherValues, rows, unborn, gone, flipped } = list;
  const updated_at = timeAt(moment);
  if (kind === 'created') {
    const row = unborn.shift();
    if (row) rows.push({ ...row, status: 'Z', created_at: updated_at, updated_at });
    return;
  }
  if (kind === 'back') {
    const row = gone.shift();
    if (row) rows.push({ ...row, updated_at });
    return;
  }
  if (rows.length === 0) return;
  const row = pick(random, rows);
  const otherStatus = row.status === 'P' ? 'N' : 'P';
  const name = random() < 0.5 ? `${row.name} ${Math.floor(random() * 100)}` : row.name;
  const changeValues = (updated: string) =>
    change(list, row.id, (before) => ({
      ...{ ...before, ...otherValues(random) },
      ...{ status: otherStatus, name, updated_at: updated },
    }));
  switch (kind) {
    case 'gone':
      gone.push(row);
      rows.splice(rows.indexOf(row), 1);
      break;
    case 'changed':
      changeValues(updated_at);
      break;
    case 'flipped':
      if (flipped.every(({ id }) => id !== row.id)) flipped.push(row);
      change(list, row.id, (before) => ({ ...before, status: otherStatus, updated_at }));
      break;
    case 'touched':
      change(list, row.id, (before) => ({ ...before, updated_at }));
      break;
    case 'silent':
      changeValues(row.updated_at);
      break;
    case 'wrongClock': {
      const days = random() < 0.5 ? -365 : 2;
      changeValues(timeAt(moment + days * day));
    }
  }
}

function change<Row extends SandboxRow>({ rows }: List<Row>, id: string, to: (row: Row) => Row) {
  const place = rows.findIndex((row) => row.id === id);
  const row = rows[place];
  if (row) rows[place] = to(row);
}

function timeAt(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

/** What changed between two lists: ids, in no particular order. A newer `updated_at` alone is no change. */
export function netChanges(before: readonly SandboxRow[], after: readonly SandboxRow[]) {
  const valuesOf = (row: SandboxRow | undefined) =>
    row && JSON.stringify({ ...row, updated_at: null });
  const [older, newer] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])));
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return {
    new: ids.filter((id) => !older?.has(id)),
    gone: ids.filter((id) => !newer?.has(id)),
    changed: ids.filter((id) => {
      const [was, is] = [valuesOf(older?.get(id)), valuesOf(newer?.get(id))];
      return was !== undefined && is !== undefined && was !== is;
    }),
  };
}
