import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Measure } from '../bench/measures.ts';
import { countPartialFiles } from './check-whole.ts';
import { workKinds, type WorkKind } from './messages.ts';
import { runAppProcess } from './run-app-process.ts';
import { startServer } from './server.ts';

const rows = 3000;

/** The longest time from the beginning of some work to the kill, in milliseconds: about as long as the work takes. */
const longestWaits: Record<WorkKind, number> = {
  refresh: 600,
  completion: 300,
  export: 400,
  accounts: 15,
  settings: 15,
};

/** Kills the app in the middle of its work, and checks after each kill that the next start finds everything whole. */
export async function killRepeatedly(kills: number): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'soak-kills-'));
  await using server = await startServer(rows);
  const { baseUrl, apiKey } = server.sandbox;
  const counts: Record<WorkKind, number> = {
    ...{ refresh: 0, completion: 0, export: 0, accounts: 0, settings: 0 },
  };
  const damage: string[] = [];
  {
    await using app = await runAppProcess({ folder, baseUrl, apiKey }, rows);
    await app.ask('refresh');
  }
  for (let kill = 0; kill < kills; kill++) {
    const kind = workKinds[kill % workKinds.length] ?? 'refresh';
    server.setVersion(kill + 1);
    await using app = await runAppProcess({ folder, baseUrl, apiKey }, rows);
    damage.push(...(await app.ask('check')));
    await app.killDuring(kind, Math.random() * longestWaits[kind]);
    counts[kind]++;
    if ((kill + 1) % 10 === 0) console.log(`${kill + 1} kills, ${damage.length} losses`);
  }
  await using app = await runAppProcess({ folder, baseUrl, apiKey }, rows);
  damage.push(...(await app.ask('check')));
  await app.ask('refresh');
  if ((await app.ask('digest')) !== server.digest()) damage.push('the next refresh is incomplete');
  for (const what of new Set(damage)) console.log(`After a kill: ${what}`);
  const partialFiles = await countPartialFiles([join(folder, 'data'), join(folder, 'exports')]);
  await rm(folder, { recursive: true });
  const kinds = workKinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return [
    atMost(`losses after ${kills} kills (${kinds})`, damage.length, 0, ''),
    atMost('partial files after the last start', partialFiles, 0, ''),
  ];
}
