import { expect, it, vi } from 'vitest';
import { createOptional } from './electron/optional.ts';
import { whenReady } from './electron/app-facts.ts';
import { createTaskScheduler } from './schedule/create-task-scheduler.ts';

const fail = () => {
  throw new Error('uv_os_homedir returned ENOENT');
};

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  homedir: () => fail(),
  userInfo: () => fail(),
}));
vi.mock('electron', () => ({
  app: {
    whenReady: () => Promise.resolve(),
    setAppUserModelId: () => undefined,
    getVersion: () => '1.2.3',
    getLocale: () => 'vi-VN',
    getPath: (name: string) => (name === 'userData' ? '/data' : fail()),
    isPackaged: true,
  },
}));

it('a missing home directory costs only what needs it', async () => {
  const facts = await whenReady(createOptional(() => undefined));
  expect(facts.downloadsFolder).toBe('/data');
  vi.stubEnv('XDG_CONFIG_HOME', '');
  const scheduler = createTaskScheduler('/data');
  if (process.platform !== 'win32') await expect(scheduler.remove('id')).rejects.toThrow('ENOENT');
  vi.unstubAllEnvs();
});
