import { launchApp } from '../../e2e/app.ts';
import { run, tool } from '../run.ts';
import { benchOptions } from './options.ts';
import { saveList } from './page/saved-folder.ts';
import { heapInUse } from './page/heap.ts';
import { longFrame, scrollThrough } from './page/scroll.ts';
import { timeKeystrokes } from './page/search.ts';
import { sumShifts } from './page/shifts.ts';
import { timeStarts } from './page/start.ts';
import { report } from './report.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { atMost, quantile, type Measure } from './statistics.ts';

const { tenants, verbose } = benchOptions();

/** The page as it is built, in Chromium, with all tenants saved. */
async function measurePage(): Promise<Measure[]> {
  const built = await run(tool('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn'));
  if (built !== 0) throw new Error('The app could not be built');
  await using sandbox = await startSandboxProcess(tenants);
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
      'start to the first saved rows, against the same window with an empty page',
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
      `page: frames over ${longFrame} ms, scrolling through all on one page`,
      longFrames.length,
      0,
      '',
    ),
    atMost('page: table rows in the document meanwhile', rows, 149, ''),
    atMost('page: heap in use after it', heap / 1e6, 60, 'MB'),
    atMost('page: layout shift on start', shifts.start, 0.02, ''),
    atMost('page: layout shift on page changes', shifts.pages, 0.02, ''),
    atMost('page: layout shift on a refresh', shifts.refresh, 0.02, ''),
  ];
}

report(await measurePage());
