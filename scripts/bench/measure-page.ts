import type { Page } from 'playwright';
import { launchApp } from '../../e2e/app.ts';
import { run, tool } from '../run.ts';
import { benchOptions } from './options.ts';
import { saveList } from './page/saved-folder.ts';
import { longFrame, scrollThrough } from './page/scroll.ts';
import { timeKeystrokes } from './page/search.ts';
import { sumShifts } from './page/shifts.ts';
import { timeStarts } from './page/start.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { atMost, type Measure, quantile, report } from './measures.ts';

const { tenants, hotlines, verbose } = benchOptions();

/** Measures the built app in Chromium, with all tenants saved. */
async function measurePage(): Promise<Measure[]> {
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) throw new Error('The app could not be built');
  await using sandbox = await startSandboxProcess({ tenants, hotlines });
  await using saved = await saveList(sandbox);
  const starts = await timeStarts(saved.dataFolder);
  if (verbose) console.log(starts);
  const app = await launchApp({ dataFolder: saved.dataFolder, host: 'chromium' });
  const shifts = await sumShifts(app.page);
  if (verbose) console.log(shifts);
  const keystrokes = await timeKeystrokes(app.page);
  if (verbose) console.log(keystrokes.map(Math.round).join(' '));
  const { longFrames, rows } = await scrollThrough(app.page);
  const heap = await heapInUse(app.page);
  if (verbose) console.log({ longFrames, rows, heap });
  await app.close();
  return [
    atMost(
      'start to the first saved rows, relative to the same window with an empty page',
      starts.rows / starts.empty,
      2,
      '',
    ),
    atMost(
      `page: keystroke to its rows, p95 of ${keystrokes.length}`,
      quantile(keystrokes, 0.95),
      120,
      'ms',
    ),
    atMost(
      `page: frames over ${longFrame} ms while scrolling through all rows on one page`,
      longFrames.length,
      0,
      '',
    ),
    atMost('page: most table rows in the document meanwhile', rows, 149, ''),
    atMost('page: heap in use afterwards', heap / 1e6, 60, 'MB'),
    atMost('page: layout shift on start', shifts.start, 0.02, ''),
    atMost('page: layout shift on page changes', shifts.pages, 0.02, ''),
    atMost('page: layout shift on a refresh', shifts.refresh, 0.02, ''),
  ];
}

/** Returns the bytes of the JavaScript heap in use after a garbage collection. */
export async function heapInUse(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

report(await measurePage());
