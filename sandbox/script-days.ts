import { generateTenants, lastMoment } from './generate.ts';
import { pick, seededRandom } from './random.ts';
import type { Random } from './random.ts';
import type { SandboxTenant } from './wire.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * What can happen to a list.
 *
 * - `created`, `gone`, `back`: a tenant appears, disappears, or appears again with its old id.
 * - `changed`: values of a tenant change. `flipped`: its status changes, and changes back the next day.
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

interface ScriptOptions {
  /** How many tenants there are at first; default 250. */
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
  const { count = 250, seed = 1, days, eventsPerDay = 8, kinds = eventKinds } = options;
  const random = seededRandom(seed);
  const all = generateTenants({ count: count + days * eventsPerDay, seed });
  const list: List = {
    ...{ random, gone: [], flipped: [] },
    tenants: all.slice(0, count),
    unborn: all.slice(count),
  };
  const script: ScriptedDay[] = [{ at: lastMoment, tenants: [...list.tenants] }];
  for (let number = 1; number <= days; number += 1) {
    const start = lastMoment + (number - 1) * day;
    for (const { id, status } of list.flipped.splice(0)) {
      change(list, id, { status, updated_at: timeAt(start + minute) });
    }
    // Every fourth day is quiet.
    const events = number % 4 === 0 ? 0 : 1 + Math.floor(random() * eventsPerDay);
    for (let event = 1; event <= events; event += 1) {
      happen(list, pick(random, kinds), start + event * 30 * minute);
    }
    script.push({ at: start + day, tenants: [...list.tenants] });
  }
  return script;
}

interface List {
  random: Random;
  tenants: SandboxTenant[];
  /** Tenants that will be created. */
  unborn: SandboxTenant[];
  gone: SandboxTenant[];
  /** Tenants whose status changes back the next day, as they were before. */
  flipped: SandboxTenant[];
}

function happen(list: List, kind: EventKind, moment: number): void {
  const { random, tenants, unborn, gone, flipped } = list;
  const updated_at = timeAt(moment);
  if (kind === 'created') {
    const tenant = unborn.shift();
    if (tenant) tenants.push({ ...tenant, status: 'Z', created_at: updated_at, updated_at });
    return;
  }
  if (kind === 'back') {
    const tenant = gone.shift();
    if (tenant) tenants.push({ ...tenant, updated_at });
    return;
  }
  if (tenants.length === 0) return;
  const tenant = pick(random, tenants);
  const otherStatus = tenant.status === 'P' ? 'N' : 'P';
  const changes = {
    status: otherStatus,
    name: random() < 0.5 ? `${tenant.name} ${Math.floor(random() * 100)}` : tenant.name,
  } as const;
  switch (kind) {
    case 'gone':
      gone.push(tenant);
      tenants.splice(tenants.indexOf(tenant), 1);
      break;
    case 'changed':
      change(list, tenant.id, { ...changes, updated_at });
      break;
    case 'flipped':
      if (flipped.every(({ id }) => id !== tenant.id)) flipped.push(tenant);
      change(list, tenant.id, { status: otherStatus, updated_at });
      break;
    case 'touched':
      change(list, tenant.id, { updated_at });
      break;
    case 'silent':
      change(list, tenant.id, changes);
      break;
    case 'wrongClock': {
      const days = random() < 0.5 ? -365 : 2;
      change(list, tenant.id, { ...changes, updated_at: timeAt(moment + days * day) });
    }
  }
}

function change({ tenants }: List, id: string, changes: Partial<SandboxTenant>): void {
  const place = tenants.findIndex((tenant) => tenant.id === id);
  const tenant = tenants[place];
  if (tenant) tenants[place] = { ...tenant, ...changes };
}

function timeAt(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

/** What changed between two lists: ids, in no particular order. A newer `updated_at` alone is no change. */
export function netChanges(before: readonly SandboxTenant[], after: readonly SandboxTenant[]) {
  const valuesOf = (tenant: SandboxTenant | undefined) =>
    tenant && JSON.stringify({ ...tenant, updated_at: null });
  const [older, newer] = [before, after].map(
    (tenants) => new Map(tenants.map((tenant) => [tenant.id, tenant])),
  );
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
