import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Preferences } from '../../src-shared/preferences.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { PreferencesFile } from './preferences-file.ts';

const defaults: Preferences = {
  language: 'en',
  colorScheme: 'auto',
  refreshOnStart: false,
  refreshMinutes: 60,
  density: 'comfortable',
  zoomPercent: 100,
  showsOverview: true,
  historyDays: 90,
  fullRefreshHours: 6,
  updates: 'ask',
  timeZone: 'utc',
};

const folder = prepareTestFolder();

it('reads a file of an old version, which had only two preferences', async () => {
  await writeFile(folder.join('preferences.json'), '{"language":"vi","colorScheme":"dark"}');
  const preferences = new PreferencesFile(folder.path, defaults);
  expect(await preferences.load()).toBeNull();
  expect(preferences.get()).toEqual({
    language: 'vi',
    colorScheme: 'dark',
    refreshOnStart: true,
    refreshMinutes: 0,
    density: 'comfortable',
    zoomPercent: 100,
    showsOverview: false,
    historyDays: 400,
    fullRefreshHours: 24,
    updates: 'automatic',
    timeZone: 'vietnam',
  });
});

it('loses only the invalid values', async () => {
  const stored = { ...defaults, language: 'fr', zoomPercent: 101, density: 'compact' };
  await writeFile(folder.join('preferences.json'), JSON.stringify(stored));
  const preferences = new PreferencesFile(folder.path, { ...defaults, language: 'vi' });
  expect(await preferences.load()).toMatchObject({ code: 'settings_repaired' });
  expect(preferences.get()).toEqual({ ...defaults, language: 'vi', density: 'compact' });
});
