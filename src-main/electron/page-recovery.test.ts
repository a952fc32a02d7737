import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PageRecovery } from './page-recovery.ts';

vi.mock('electron', () => ({ app: {}, dialog: {} }));

/** The parts of a window that the recovery uses. */
class Window extends EventEmitter {
  readonly webContents = new EventEmitter();
  isGone = false;
  isDestroyed = () => this.isGone;
}

/** Watches a window whose page is loaded by `load`. */
function watch(load: () => Promise<void>) {
  const window = new Window();
  const logged: string[] = [];
  const onCrash = vi.fn();
  const recovery = new PageRecovery({
    translate: () => {
      throw new Error('No question is expected');
    },
    onCrash,
    log: (event) => logged.push(event),
  });
  recovery.watch(z.custom<BrowserWindow>().parse(window), load);
  const end = (reason: string) =>
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 0 });
  return { window, onCrash, logged, end };
}

it.each([
  ...['clean-exit', 'abnormal-exit', 'killed', 'crashed'],
  ...['oom', 'launch-failed', 'integrity-failure', 'memory-eviction'],
])('loads the page again when its process is gone: %s', async (reason) => {
  const load = vi.fn(() => Promise.resolve());
  const { end, onCrash } = watch(load);
  end(reason);
  expect(onCrash).toHaveBeenCalledOnce();
  await expect.poll(() => load).toHaveBeenCalledOnce();
});

it('loads nothing into a window that is closed', async () => {
  const load = vi.fn(() => Promise.resolve());
  const { window, end } = watch(load);
  end('clean-exit');
  window.isGone = true;
  await new Promise(setImmediate);
  expect(load).not.toHaveBeenCalled();
});

it('logs that the page cannot be loaded again', async () => {
  const { end, logged } = watch(() => Promise.reject(new Error('no page')));
  end('crashed');
  await expect.poll(() => logged).toEqual(['pageCrashed', 'pageNotLoaded']);
});
