import { toTable, type Measure } from './bench/measures.ts';
import { killRepeatedly } from './soak/kills.ts';
import { soakOptions } from './soak/options.ts';
import { workThroughDay } from './soak/working-day.ts';

/**
 * `npm run soak`: kills the app's processes in the middle of their work, then squeezes a working day into five minutes.
 * For a quick try: `npm run soak -- --kills 10 --refreshes 20`.
 *
 * @returns the exit code: 1 if anything was lost or grew.
 */
async function soak(): Promise<number> {
  const { kills, refreshes } = soakOptions();
  const measures: Measure[] = [];
  if (kills > 0) measures.push(...(await killRepeatedly(kills)));
  if (refreshes > 0) measures.push(...(await workThroughDay(refreshes)));
  console.log(`\n${toTable(measures)}`);
  return measures.every(({ holds }) => holds) ? 0 : 1;
}

process.exitCode = await soak();
