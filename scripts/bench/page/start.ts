import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOnChromium } from '../../../test-host/launch.ts';
import { root } from '../../run.ts';
import { quantile } from '../statistics.ts';
import { firstPaint } from './first-paint.ts';

/** Enough that one that met other work does not decide. */
const rounds = 7;
const built = (file: string) => join(root, 'out', file);

/** The least an Electron app can be: a window like the app's, by the same protocol, with one word in it. */
const emptyApp = `
  import { app, BrowserWindow, protocol } from 'electron';

  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  await app.whenReady();
  const page = '<!doctype html><title>Empty</title><body><p>Empty</p>';
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  protocol.handle('app', () => new Response(page, { headers }));
  const preload = ${JSON.stringify(built('preload/index.cjs'))};
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    show: false,
    webPreferences: { preload, contextIsolation: true, sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL('app://bundle/index.html');
`;

/**
 * From the start of the program to the first saved rows on screen, and the same for a window with an empty page: the
 * medians of starts that take turns, in milliseconds. Both start Chromium, as both would start Electron.
 */
export async function timeStarts(dataFolder: string): Promise<{ rows: number; empty: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-empty-'));
  const emptyMain = join(folder, 'main.js');
  await writeFile(emptyMain, emptyApp);
  await writeFile(
    join(folder, 'package.json'),
    '{ "name": "empty", "version": "1.0.0", "type": "module" }',
  );
  const rows: number[] = [];
  const empty: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      rows.push(await timeStart(built('main/index.js'), dataFolder, '[aria-rowindex="2"] button'));
      empty.push(await timeStart(emptyMain, folder, 'p'));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { rows: quantile(rows, 0.5), empty: quantile(empty, 0.5) };
}

/** Until what `selector` finds has been painted. */
async function timeStart(main: string, dataFolder: string, selector: string): Promise<number> {
  const start = Date.now();
  const app = await launchOnChromium({
    main,
    args: [`--user-data-dir=${dataFolder}`, '--lang=en-US'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
  });
  const painted = await firstPaint(await app.firstWindow(), selector);
  await app.close();
  return painted - start;
}
