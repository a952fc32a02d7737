import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-file-'));
  path = join(folder, 'sub', 'file.json');
});
afterEach(() => rm(folder, { recursive: true }));

function jsonFile() {
  return new JsonFile(path, z.object({ count: z.number() }), { count: 0 });
}

async function write(count: number) {
  await jsonFile().change(() => ({ count }));
}

async function load() {
  const file = jsonFile();
  return { notice: await file.load(), content: file.content };
}

describe('a file of the app’s own', () => {
  it('holds what it is given before the first change, and what was written after it', async () => {
    expect(await load()).toEqual({ content: { count: 0 }, notice: null });
    await write(7);
    expect(await load()).toEqual({ content: { count: 7 }, notice: null });
  });

  it('loses no change of several that are made at once', async () => {
    const file = jsonFile();
    await Promise.all(
      Array.from({ length: 20 }, () => file.change(({ count }) => ({ count: count + 1 }))),
    );
    expect(await load()).toMatchObject({ content: { count: 20 } });
  });

  it('is as it was after a change that could not be written', async () => {
    const file = jsonFile();
    await file.change(() => ({ count: 7 }));
    await rm(path);
    await mkdir(path);
    await expect(file.change(() => ({ count: 8 }))).rejects.toMatchObject({ name: 'AppError' });
    expect(file.content).toEqual({ count: 7 });
  });

  it.skipIf(process.platform === 'win32')('is readable by the user alone', async () => {
    await write(7);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"count":', '{"count":"seven"}', '\u0000\u0001'])(
    'is moved aside, whole, when it holds %j',
    async (text) => {
      await write(7);
      await writeFile(path, text);
      const { content, notice } = await load();
      expect(content).toEqual({ count: 0 });
      expect(notice).toMatchObject({ code: 'settings_unreadable' });
      expect(await readFile(notice?.path ?? '', 'utf8')).toBe(text);
      expect(await readdir(join(folder, 'sub'))).not.toContain('file.json');
    },
  );
});
