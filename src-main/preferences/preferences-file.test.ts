import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Preferences } from '../../src-shared/preferences.ts';
import { PreferencesFile } from './preferences-file.ts';

const defaults: Preferences = {
  language: 'en',
  colorScheme: 'auto',
  refreshOnStart: false,
  refreshMinutes: 60,
  density: 'comfortable',
  zoomPercent: 100,
  showsOverview: true,
  timeZone: 'utc',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preferences-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads a file that was written before there was a saved list', async () => {
  await writeFile(join(folder, 'preferences.json'), '{"language":"vi","colorScheme":"dark"}');
  const preferences = new PreferencesFile(folder, defaults);
  expect(await preferences.load()).toBeNull();
  expect(preferences.get()).toEqual({
    language: 'vi',
    colorScheme: 'dark',
    refreshOnStart: true,
    refreshMinutes: 0,
    density: 'comfortable',
    zoomPercent: 100,
    showsOverview: false,
    timeZone: 'vietnam',
  });
});
