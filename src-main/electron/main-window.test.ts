import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { MainWindow } from './main-window.ts';
import { createOptional } from './optional.ts';
import type { PageRecovery } from './page-recovery.ts';

const { windows } = vi.hoisted(() => ({ windows: { create: (): object => ({}) } }));
vi.mock('electron', () => ({
  BrowserWindow: function BrowserWindow() {
    return windows.create();
  },
  dialog: {},
  nativeTheme: { shouldUseDarkColors: false },
  screen: {
    getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1600, height: 900 } }),
    getAllDisplays: () => [],
  },
  shell: {},
}));

/** A window whose page cannot be loaded. */
class Window extends EventEmitter {
  readonly webContents = new EventEmitter();
  isGone = false;
  isDestroyed = () => this.isGone;
  loadURL = () => Promise.reject(new Error('ERR_FAILED'));
  crash = () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
}

let window = new Window();
beforeEach(() => {
  window = new Window();
  windows.create = () => window;
});

function open(): Promise<void> {
  const recovery = { watch: () => undefined };
  return new MainWindow({
    url: 'app://bundle/index.html',
    preloadPath: '',
    lastState: () => null,
    saveState: () => Promise.resolve(),
    mayClose: () => true,
    onSessionEnd: () => undefined,
    onClosed: () => undefined,
    recovery: z.custom<PageRecovery>().parse(recovery),
    optional: createOptional(() => undefined),
  }).open();
}

it('rejects if its first page cannot be loaded', async () => {
  await expect(open()).rejects.toThrow('ERR_FAILED');
});

it('stays open if its first page crashes, before or after the error', async () => {
  const opened = open();
  window.crash();
  await expect(opened).resolves.toBeUndefined();

  window = new Window();
  window.loadURL = () => {
    setImmediate(window.crash);
    return Promise.reject(new Error('ERR_FAILED'));
  };
  await expect(open()).resolves.toBeUndefined();
});

it('needs no page if it is closed while the page loads', async () => {
  const opened = open();
  window.isGone = true;
  await expect(opened).resolves.toBeUndefined();
});
