import { pick, pickWeighted, seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { brandFirst, brandSecond, nameKinds, places } from './vietnamese-names.ts';
import type { SandboxRow, SandboxTenant } from './wire.ts';

const day = 24 * 60 * 60 * 1000;

/** No generated time is later than this; in milliseconds. It is fixed, so that a seed gives the same tenants in any year. */
export const lastMoment = Date.parse('2026-11-01T00:00:00Z');
const firstMoment = lastMoment - 4 * 365 * day;

/** A prime number: multiples of another number then have different remainders, which keeps ids unique. */
const idStep = 700_001;

/**
 * Generates realistic Vietnamese tenants, in no particular order. The same seed gives the same tenants, and a smaller count
 * gives the first tenants of a larger count. No time is later than 2026-11-01T00:00:00Z.
 *
 * @throws {RangeError} if the count is not a whole number from 0 to 700,000.
 */
export function generateTenants({ count, seed }: { count: number; seed: number }): SandboxTenant[] {
  checkCount(count, 'tenants');
  const random = seededRandom(seed);
  const takenDomains = new Set<string>();
  const tenants: SandboxTenant[] = [];
  for (let index = 0; index < count; index += 1) {
    const { name, labels } = makeName(random);
    const created = pickMoment(random);
    const created_at = makeTime(random, created);
    tenants.push({
      id: makeId(11, created, index),
      name,
      domain: makeDomain(labels, takenDomains),
      owner_id: pickOwner(random, tenants),
      connection_id: makeId(12, created, index),
      connection_method: pickWeighted(random, connectionMethods).value,
      status: pickStatus(random, created),
      created_at,
      updated_at: random() < 0.1 ? created_at : makeUpdateTime(random, created),
    });
  }
  return tenants;
}

/**
 * Checks how many rows are to be generated.
 *
 * @throws {RangeError} if the count is not a whole number from 0 to 700,000.
 */
export function checkCount(count: number, what: 'tenants' | 'hotlines'): void {
  if (Number.isInteger(count) && count >= 0 && count < idStep) return;
  throw new RangeError(`Invalid number of ${what}: ${count}`);
}

/** Returns when a row was created, in milliseconds. */
export function pickMoment(random: Random): number {
  return firstMoment + Math.floor(random() * (lastMoment - firstMoment - day));
}

const connectionMethods = [
  { weight: 60, value: 'builtin' },
  { weight: 33, value: 'direct' },
  { weight: 7, value: 'unknown' },
] as const;

interface WeightedStatus {
  weight: number;
  value: SandboxRow['status'];
}

/** Picks the status of a row. Most rows are enabled some time after they were created. */
export function pickStatus(random: Random, created: number): SandboxRow['status'] {
  return pickWeighted(random, lastMoment - created < 45 * day ? newStatuses : oldStatuses).value;
}

const newStatuses: readonly WeightedStatus[] = [
  { weight: 60, value: 'Z' },
  { weight: 40, value: 'P' },
];

const oldStatuses: readonly WeightedStatus[] = [
  { weight: 4, value: 'Z' },
  { weight: 82, value: 'P' },
  { weight: 14, value: 'N' },
];

function makeName(random: Random): { name: string; labels: string[] } {
  const kind = pickWeighted(random, nameKinds);
  const title = pick(random, kind.titles);
  const brand = `${pick(random, brandFirst)} ${pick(random, brandSecond)}`;
  const place = pick(random, places);
  const showsPlace = kind.branch || random() < 0.2;
  const name = showsPlace ? `${title} ${brand} - Chi nhánh ${place}` : `${title} ${brand}`;
  // The platform sends both Unicode forms. They look the same on screen.
  const form = random() < 0.02 ? 'NFD' : 'NFC';
  return { name: name.normalize(form), labels: [brand, `${title} ${brand}`, `${brand} ${place}`] };
}

function makeDomain(labels: readonly string[], taken: Set<string>): string {
  const free = labels.find((label) => !taken.has(slug(label)));
  let domain = free === undefined ? '' : slug(free);
  for (let number = 2; domain === ''; number += 1) {
    const numbered = slug(`${labels[0]}${number}`);
    if (!taken.has(numbered)) domain = numbered;
  }
  taken.add(domain);
  return `${domain}.etelecom.vn`;
}

function slug(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
  return letters.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** About a third of the tenants have a new owner. The others share the owner of a random tenant, so owners grow unequally. */
function pickOwner(random: Random, tenants: readonly SandboxTenant[]): string {
  if (tenants.length > 0 && random() < 0.65) return pick(random, tenants).owner_id;
  return makeId(10, firstMoment + Math.floor(random() * 4 * 365 * day), tenants.length);
}

/**
 * Returns 19 digits, more than a JavaScript number can hold. Later moments give larger ids, as on the platform.
 *
 * @param prefix two digits that differ for each kind of id.
 */
export function makeId(prefix: number, moment: number, index: number): string {
  const place = BigInt(moment - firstMoment) * BigInt(idStep) + BigInt((index * 387_413) % idStep);
  return (BigInt(prefix) * 10n ** 17n + place).toString();
}

/** Returns when a row was last updated, like `makeTime`. */
export function makeUpdateTime(random: Random, created: number): string {
  const earliest = created + 60_000;
  return makeTime(random, earliest + Math.floor(random() ** 2 * (lastMoment - earliest)));
}

/** Returns RFC 3339 in UTC: mostly whole seconds, sometimes milliseconds, rarely microseconds. */
export function makeTime(random: Random, moment: number): string {
  const text = new Date(moment).toISOString();
  const kind = random();
  if (kind < 0.6) return text.replace(/\.\d+Z$/, 'Z');
  if (kind < 0.9) return text;
  return text.replace('Z', `${Math.floor(random() * 1000)}`.padStart(3, '0') + 'Z');
}
