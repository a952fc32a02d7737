import { mkdir, rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { NoticesFile } from './notices-file.ts';
import { prepareTestFolder } from '../files/test-folder.ts';

const folder = prepareTestFolder();

async function start() {
  const file = new NoticesFile(folder.path);
  expect(await file.load()).toBeNull();
  return file;
}

const noticeOf = (at: number) => ({
  ...{ code: 'settings_repaired' as const, message: 'Repaired' },
  path: `/${'ữ'.repeat(5_000)}/${at}`,
});

it('keeps each notice once, and the newest of many', async () => {
  const first = await start();
  await first.keep(Array.from({ length: 150 }, (_, at) => noticeOf(at)));
  await first.keep([noticeOf(149), noticeOf(148)]);
  const second = await start();
  expect(await second.show([noticeOf(149)])).toEqual(
    Array.from({ length: 100 }, (_, at) => noticeOf(at + 50)),
  );
  expect(await (await start()).show([])).toEqual([]);
});

it('shows the notices if the file cannot be written', async () => {
  const path = folder.join('unshown-notices.json');
  await (await start()).keep([noticeOf(1)]);
  const second = await start();
  await rm(path);
  await mkdir(path);
  expect(await second.show([])).toEqual([noticeOf(1)]);
});
