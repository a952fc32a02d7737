import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('sub', 'file.json');
});

function createJsonFile() {
  return new JsonFile(path, z.object({ count: z.number() }), { count: 0 });
}

async function writeCount(count: number) {
  await createJsonFile().change(() => ({ count }));
}

async function load() {
  const file = createJsonFile();
  return { notice: await file.load(), content: file.content };
}

describe('JsonFile', () => {
  it('has the default content before the first change, then the written content', async () => {
    expect(await load()).toEqual({ content: { count: 0 }, notice: null });
    await writeCount(7);
    expect(await load()).toEqual({ content: { count: 7 }, notice: null });
  });

  it('keeps all of several concurrent changes', async () => {
    const file = createJsonFile();
    await Promise.all(
      Array.from({ length: 20 }, () => file.change(({ count }) => ({ count: count + 1 }))),
    );
    expect(await load()).toMatchObject({ content: { count: 20 } });
  });

  it('keeps its content if a change cannot be written', async () => {
    const file = createJsonFile();
    await file.change(() => ({ count: 7 }));
    await rm(path);
    await mkdir(path);
    await expect(file.change(() => ({ count: 8 }))).rejects.toMatchObject({ name: 'AppError' });
    expect(file.content).toEqual({ count: 7 });
  });

  it.skipIf(process.platform === 'win32')('can be read only by the user', async () => {
    await writeCount(7);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"count":', '{"count":"seven"}', '\u0000\u0001'])(
    'renames the file, without changing it, if it contains %j',
    async (text) => {
      await writeCount(7);
      await writeFile(path, text);
      const { content, notice } = await load();
      expect(content).toEqual({ count: 0 });
      expect(notice).toMatchObject({ code: 'settings_unreadable' });
      expect(await readFile(notice?.path ?? '', 'utf8')).toBe(text);
      expect(await readdir(folder.join('sub'))).not.toContain('file.json');
    },
  );
});
