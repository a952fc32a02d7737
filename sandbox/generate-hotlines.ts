import {
  checkCount,
  makeId,
  makeTime,
  makeUpdateTime,
  pickMoment,
  pickStatus,
} from './generate.ts';
import { hotlineDescriptions, hotlineTitles, networks } from './hotline-values.ts';
import { pick, pickWeighted, seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { brandFirst, brandSecond } from './vietnamese-names.ts';
import type { SandboxHotline, SandboxTenant } from './wire.ts';

/**
 * Generates realistic Vietnamese hotlines for the owners of `tenants`, in no particular order. The same seed and tenants
 * give the same hotlines, and a smaller count gives the first hotlines of a larger count. Without tenants, the owners and
 * connections are `0`, which means none.
 *
 * Some owners have no hotline. The others have one to five, or more if the count is too large for that.
 *
 * @throws {RangeError} if the count is not a whole number from 0 to 700,000.
 */
export function generateHotlines({
  count,
  seed,
  tenants,
}: {
  count: number;
  seed: number;
  tenants: readonly SandboxTenant[];
}): SandboxHotline[] {
  checkCount(count, 'hotlines');
  const random = seededRandom(seed);
  const turns = makeTurns(random, tenants);
  const noOwner = makeOwner(random, []);
  const takenNumbers = new Set<string>();
  const hotlines: SandboxHotline[] = [];
  for (let index = 0; index < count; index += 1) {
    const turn = turns[index % turns.length] ?? noOwner;
    const tenant = turn.tenants.length > 0 ? pick(random, turn.tenants) : undefined;
    const { network, prefixes } = pickWeighted(random, networks);
    const hotline = makeNumber(random, prefixes, takenNumbers);
    const created = pickMoment(random);
    const created_at = makeTime(random, created);
    hotlines.push({
      id: makeId(13, created, index),
      hotline,
      name: `${pick(random, hotlineTitles)} – ${turn.brand}`,
      description: random() < 0.4 ? '' : pick(random, hotlineDescriptions),
      network,
      owner_id: tenant?.owner_id ?? '0',
      connection_id: tenant?.connection_id ?? '0',
      connection_method: tenant?.connection_method ?? 'unknown',
      // Callers pay for all numbers but those of 1800.
      is_free_charge: hotline.startsWith('1800'),
      status: pickStatus(random, created),
      created_at,
      updated_at: random() < 0.1 ? created_at : makeUpdateTime(random, created),
    });
  }
  return hotlines;
}

interface Owner {
  /** The brand in the names of its hotlines. */
  brand: string;
  tenants: readonly SandboxTenant[];
}

function makeOwner(random: Random, tenants: readonly SandboxTenant[]): Owner {
  return { brand: `${pick(random, brandFirst)} ${pick(random, brandSecond)}`, tenants };
}

/** Returns whose turn it is to get a hotline. In one round, an owner has as many turns as its share. */
function makeTurns(random: Random, tenants: readonly SandboxTenant[]): Owner[] {
  const owners = [...Map.groupBy(tenants, ({ owner_id }) => owner_id).values()].map((own) =>
    makeOwner(random, own),
  );
  const turns = owners.flatMap((owner) =>
    Array.from({ length: pickWeighted(random, shares).hotlines }, () => owner),
  );
  return turns.length > 0 ? turns : owners;
}

const shares = [
  { weight: 30, hotlines: 0 },
  { weight: 35, hotlines: 1 },
  { weight: 20, hotlines: 2 },
  { weight: 8, hotlines: 3 },
  { weight: 4, hotlines: 4 },
  { weight: 3, hotlines: 5 },
];

/** Returns a number that is not taken: 11 digits for a landline, 10 for others. */
function makeNumber(random: Random, prefixes: readonly string[], taken: Set<string>): string {
  let number = '';
  while (number === '' || taken.has(number)) {
    const prefix = pick(random, prefixes);
    const digits = (prefix.startsWith('02') ? 11 : 10) - prefix.length;
    number = prefix + `${Math.floor(random() * 10 ** digits)}`.padStart(digits, '0');
  }
  taken.add(number);
  return number;
}
