import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { createOptional } from './optional.ts';
import { SecondStart } from './second-start.ts';

const { app } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { app: new events.EventEmitter() };
});
vi.mock('electron', () => ({ app, dialog: {} }));

const folder = prepareTestFolder();
const answerFile = '.second-start-0123456789abcdef';
const log = () => undefined;
const startFirst = () => {
  const first = new SecondStart(folder.path, createOptional(log), log);
  expect(first.isOnlyInstance()).toBe(true);
  return first;
};
/** Reports the start of another process, as Electron does. */
const startSecond = (data: unknown) => app.emit('second-instance', {}, [], '', data);

beforeEach(() => {
  app.removeAllListeners();
  Reflect.set(app, 'requestSingleInstanceLock', () => true);
});

it('answers a second start that came before the window could be shown', async () => {
  const path = join(folder.path, answerFile);
  await writeFile(path, '');
  const first = startFirst();
  startSecond({ answerFile });
  expect(existsSync(path)).toBe(true);
  const showWindow = vi.fn(() => Promise.resolve());
  first.showsWindow(showWindow);
  await expect.poll(() => existsSync(path)).toBe(false);
  expect(showWindow).toHaveBeenCalledOnce();
});

it.each([
  ['a path', { answerFile: '../other' }],
  ['the name of another file', { answerFile: 'accounts.json' }],
  ['a name that ends in another one', { answerFile: `${answerFile}/../accounts.json` }],
  ['nothing', undefined],
])('shows the window and removes nothing if the other process sends %s', async (_what, data) => {
  const path = join(folder.path, 'accounts.json');
  await writeFile(path, '{}');
  const first = startFirst();
  const showWindow = vi.fn(() => Promise.resolve());
  first.showsWindow(showWindow);
  startSecond(data);
  await expect.poll(() => showWindow).toHaveBeenCalledOnce();
  await new Promise(setImmediate);
  expect(existsSync(path)).toBe(true);
});
