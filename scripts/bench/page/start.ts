import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOnChromium } from '../../../test-host/launch.ts';
import { root } from '../../run.ts';
import { quantile } from '../statistics.ts';
import { firstPaint } from './first-paint.ts';

/** Enough that one that met other work does not decide. */
const rounds = 7;
const emptyPage = '<!doctype html><title>Empty</title><p>Empty</p>';

/**
 * From the start of the program to the first saved rows on screen, and to the only word of the same program whose page is
 * empty: the medians of starts that take turns, in milliseconds. Both start Chromium, as both would start Electron, and
 * the same main process in the same data folder; what differs is all that the page does and asks for.
 */
export async function timeStarts(dataFolder: string): Promise<{ rows: number; empty: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-empty-'));
  const empty: number[] = [];
  const rows: number[] = [];
  try {
    for (const name of ['out', 'package.json']) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'out', 'renderer', 'index.html'), emptyPage);
    for (let round = 0; round < rounds; round += 1) {
      rows.push(await timeStart(root, dataFolder, '[aria-rowindex="2"] button'));
      empty.push(await timeStart(folder, dataFolder, 'p'));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { rows: quantile(rows, 0.5), empty: quantile(empty, 0.5) };
}

/** Until what `selector` finds has been painted. */
async function timeStart(appFolder: string, dataFolder: string, selector: string): Promise<number> {
  const start = Date.now();
  const app = await launchOnChromium({
    main: join(appFolder, 'out', 'main', 'index.js'),
    args: [`--user-data-dir=${dataFolder}`, '--lang=en-US'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
  });
  const painted = await firstPaint(await app.firstWindow(), selector);
  await app.close();
  return painted - start;
}
