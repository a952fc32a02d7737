import { parseArgs } from 'node:util';

/** The parts of the benchmark; `measure-<part>.ts` measures one. */
const parts = ['list', 'history', 'refresh', 'export', 'page'] as const;

/** Parses the arguments of `npm run bench -- …`. Each part gets the same ones. */
export function benchOptions() {
  const { values } = parseArgs({
    options: {
      /** One of `parts`. Default: all. */
      only: { type: 'string' },
      tenants: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { only, rounds, verbose } = values;
  const tenants = Number(values.tenants);
  const chosen = parts.filter((part) => only === undefined || part === only);
  if (chosen.length === 0) throw new Error(`--only ${parts.join('|')}`);
  // As many as a large partner has.
  const hotlines = Math.round(tenants / 5);
  return { chosen, tenants, hotlines, rounds: Number(rounds), verbose };
}
