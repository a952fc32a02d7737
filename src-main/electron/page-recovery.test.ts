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
  const onGone = vi.fn();
  const recovery = new PageRecovery({
    translate: () => {
      throw new Error('No question is expected');
    },
    onGone,
    log: (event) => logged.push(event),
  });
  recovery.watch(z.custom<BrowserWindow>().parse(window), load);
  const end = (reason: string) =>
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 0 });
  return { window, onGone, logged, end };
}

it.each([
  ...['clean-exit', 'abnormal-exit', 'killed', 'crashed'],
  ...['oom', 'launch-failed', 'integrity-failure', 'memory-eviction'],
])('loads the page again when its process is gone: %s', async (reason) => {
  const load = vi.fn(() => Promise.resolve());
  const { end, onGone } = watch(load);
  end(reason);
  expect(onGone).toHaveBeenCalledOnce();
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

it('reports that the page before is gone when another one is loaded', () => {
  const { window, onGone } = watch(() => Promise.resolve());
  window.webContents.emit('did-navigate');
  expect(onGone).toHaveBeenCalledOnce();
});
