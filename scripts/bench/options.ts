import { parseArgs } from 'node:util';

/** What can be measured by itself, each by `measure-<part>.ts`. */
export const parts = ['list', 'refresh', 'export', 'page'] as const;

/** The arguments of `npm run bench -- …`, the same for the whole and for each part of it. */
export function benchOptions() {
  const { values } = parseArgs({
    options: {
      /** One of `parts`; all of them when it is not given. */
      only: { type: 'string' },
      tenants: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { only, tenants, rounds, verbose } = values;
  const chosen = parts.filter((part) => only === undefined || part === only);
  if (chosen.length === 0) throw new Error(`--only ${parts.join('|')}`);
  return { chosen, tenants: Number(tenants), rounds: Number(rounds), verbose };
}
