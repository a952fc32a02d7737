import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { prepareTestFolder } from '../files/test-folder.ts';
import { WindowStateFile } from './window-state-file.ts';

const folder = prepareTestFolder();

/** Returns the state and the notice after loading a file with this text. */
async function load(text: string) {
  await writeFile(folder.join('window.json'), text);
  const file = new WindowStateFile(folder.path);
  const notice = await file.load();
  return { state: file.get(), notice };
}

it('rounds fractions of pixels, which some scalings cause', async () => {
  const bounds = '{"x":0.4,"y":-0.6,"width":900.5,"height":600.2}';
  expect(await load(`{"bounds":${bounds},"isMaximized":true}`)).toEqual({
    state: { bounds: { x: 0, y: -1, width: 901, height: 600 }, isMaximized: true },
    notice: null,
  });
});

it.each([
  ...['"x":0,"width":-5,"height":600', '"x":0,"width":1e999,"height":600', '"x":0,"width":900'],
  '"x":1e300,"width":900,"height":600',
])('keeps that the window was maximized if its bounds are %s', async (bounds) => {
  const { state, notice } = await load(`{"bounds":{"y":0,${bounds}},"isMaximized":true}`);
  expect(state).toEqual({ bounds: null, isMaximized: true });
  expect(notice?.code).toBe('settings_repaired');
});
