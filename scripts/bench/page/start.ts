import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOnChromium } from '../../../test-host/launch.ts';
import { root } from '../../run.ts';
import { quantile } from '../measures.ts';
import { firstPaint } from './first-paint.ts';

/** Enough for a median that other processes do not distort. */
const rounds = 7;
const emptyPage = '<!doctype html><title>Empty</title><p>Empty</p>';

/**
 * Returns the median milliseconds from the start of the app to its first saved rows (`rows`), and from the start of the
 * same app with an almost empty page to its only word (`empty`). The two alternate, with the same Chromium, main
 * process and data folder; only the page differs.
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

/** Returns the milliseconds until an element of `selector` is painted. */
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
