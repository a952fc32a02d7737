import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { relaunch } from './relaunch.ts';

const { app } = vi.hoisted(() => ({
  app: { relaunch: vi.fn(), releaseSingleInstanceLock: vi.fn() },
}));
vi.mock('electron', () => ({ app }));
const folder = prepareTestFolder();
afterEach(() => {
  vi.unstubAllEnvs();
  vi.clearAllMocks();
  Reflect.deleteProperty(process, 'resourcesPath');
});

function runFrom(resourcesPath: string) {
  Object.defineProperty(process, 'resourcesPath', { value: resourcesPath, configurable: true });
}

it('starts an AppImage itself, which Electron cannot start again', async () => {
  const image = folder.join('app.AppImage');
  await writeFile(image, `#!/bin/sh\necho started > '${folder.join('started')}'\n`, {
    mode: 0o755,
  });
  vi.stubEnv('APPIMAGE', image);
  vi.stubEnv('APPDIR', folder.join('mount'));
  runFrom(folder.join('mount', 'resources'));
  relaunch();
  expect(app.releaseSingleInstanceLock).toHaveBeenCalledOnce();
  expect(app.relaunch).not.toHaveBeenCalled();
  await vi.waitFor(async () => {
    expect(await readFile(folder.join('started'), 'utf8')).toBe('started\n');
  });
});

it('lets Electron start any other package again', () => {
  vi.stubEnv('APPIMAGE', '/home/lan/terminal.AppImage');
  vi.stubEnv('APPDIR', '/tmp/.mount_terminal');
  runFrom('/opt/eTelecom Tenants/resources');
  relaunch();
  expect(app.relaunch).toHaveBeenCalledOnce();
});
