import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
  return new JsonFile(path, z.object({ count: z.number() }));
}

describe('a file of the app’s own', () => {
  it('is empty before the first write, and read back after it', async () => {
    expect(await jsonFile().read()).toEqual({ content: null, notice: null });
    await jsonFile().write({ count: 7 });
    expect(await jsonFile().read()).toEqual({ content: { count: 7 }, notice: null });
  });

  it.skipIf(process.platform === 'win32')('is readable by the user alone', async () => {
    await jsonFile().write({ count: 7 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{"count":', '{"count":"seven"}', '\u0000\u0001'])(
    'is moved aside, whole, when it holds %j',
    async (text) => {
      await jsonFile().write({ count: 7 });
      await writeFile(path, text);
      const { content, notice } = await jsonFile().read();
      expect(content).toBeNull();
      expect(notice).toMatchObject({ code: 'settings_unreadable' });
      expect(await readFile(notice?.path ?? '', 'utf8')).toBe(text);
      expect(await readdir(join(folder, 'sub'))).not.toContain('file.json');
    },
  );
});
