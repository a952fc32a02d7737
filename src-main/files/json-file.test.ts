import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';
import { largestSettings } from './read-settings.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('sub', 'file.json');
});

const format = {
  schema: z.object({ count: z.number(), color: z.enum(['red', 'blue']).default('red') }),
  defaultContent: { count: 0, color: 'red' as const },
};
type Content = z.infer<typeof format.schema>;

function createJsonFile() {
  return new JsonFile<Content>(path, format);
}

async function writeCounts(...counts: number[]) {
  const file = createJsonFile();
  for (const count of counts) await file.change((content) => ({ ...content, count }));
}

async function load() {
  const file = createJsonFile();
  return { notice: await file.load(), content: file.content };
}

const names = async () => (await readdir(folder.join('sub'))).toSorted();

describe('JsonFile', () => {
  it('has the default content before the first change, then the written content', async () => {
    expect(await load()).toEqual({ content: { count: 0, color: 'red' }, notice: null });
    await writeCounts(7);
    expect(await load()).toEqual({ content: { count: 7, color: 'red' }, notice: null });
  });

  it('keeps all of several concurrent changes', async () => {
    const file = createJsonFile();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        file.change(({ count }) => ({ count: count + 1, color: 'blue' })),
      ),
    );
    expect(await load()).toMatchObject({ content: { count: 20 } });
  });

  it('keeps its content if a change cannot be written', async () => {
    const file = createJsonFile();
    await file.change(() => ({ count: 7, color: 'red' }));
    await rm(path);
    await mkdir(path);
    const change = file.change(() => ({ count: 8, color: 'red' }));
    await expect(change).rejects.toMatchObject({ name: 'AppError', path });
    expect(file.content).toEqual({ count: 7, color: 'red' });
  });

  it.skipIf(process.platform === 'win32')('can be read only by the user', async () => {
    await writeCounts(7);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('keeps the version before the last change beside it', async () => {
    await writeCounts(1, 2, 3);
    expect(await names()).toEqual(['file.json', 'file.json.previous']);
    expect(JSON.parse(await readFile(`${path}.previous`, 'utf8'))).toMatchObject({ count: 2 });
  });

  it('has no old values on disk after a change that keeps no previous version', async () => {
    const file = createJsonFile();
    await file.change(() => ({ count: 12_345, color: 'red' }));
    await file.change(() => ({ count: 6, color: 'red' }));
    await file.change(() => ({ count: 7, color: 'red' }), { keepsPrevious: false });
    for (const name of await names()) {
      expect(await readFile(folder.join('sub', name), 'utf8')).not.toMatch('12345');
    }
    expect(await names()).toEqual(['file.json', 'file.json.previous']);
  });
});

describe('a settings file with an invalid value', () => {
  it('loses only that value, and is kept as it was', async () => {
    await mkdir(folder.join('sub'));
    const text = '{"count":7,"color":"mauve"}';
    await writeFile(path, text);
    const { content, notice } = await load();
    expect(content).toEqual({ count: 7, color: 'red' });
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect(await readFile(notice?.path ?? '', 'utf8')).toBe(text);
    // The problem is reported once.
    expect(await load()).toEqual({ content: { count: 7, color: 'red' }, notice: null });
  });
});

describe('a settings file of a newer version', () => {
  const text = '{"count":7,"color":"blue","size":{"width":3}}';

  it('is kept as it was if it has a field that is not known, also after later changes', async () => {
    await mkdir(folder.join('sub'));
    await writeFile(path, text);
    const { content, notice } = await load();
    expect(content).toEqual({ count: 7, color: 'blue' });
    expect(notice).toMatchObject({ code: 'settings_too_new' });
    // The problem is reported once.
    expect(await load()).toEqual({ content: { count: 7, color: 'blue' }, notice: null });
    await writeCounts(8, 9, 10);
    expect(await readFile(notice?.path ?? '', 'utf8')).toBe(text);
  });

  it.each(['missing', 'damaged'])(
    'is kept as it was if it is the previous version of a %s file',
    async (what) => {
      await mkdir(folder.join('sub'));
      await writeFile(`${path}.previous`, text);
      if (what === 'damaged') await writeFile(path, '');
      const { content, notice } = await load();
      expect(content).toEqual({ count: 7, color: 'blue' });
      expect(notice).toMatchObject({ code: 'settings_restored' });
      await writeCounts(8, 9, 10);
      const kept = (await names()).filter((name) => name.includes('.previous.unreadable-'));
      expect(kept).toHaveLength(1);
      expect(await readFile(folder.join('sub', kept[0] ?? ''), 'utf8')).toBe(text);
    },
  );
});

describe('a settings file that an editor has saved', () => {
  it.each([
    ['with a byte order mark', '\ufeff', 'utf8' as const],
    ['as UTF-16', '\ufeff', 'utf16le' as const],
  ])('%s is read', async (_, mark, encoding) => {
    await mkdir(folder.join('sub'));
    await writeFile(path, Buffer.from(`${mark}{"count":7}`, encoding));
    expect(await load()).toMatchObject({ content: { count: 7 }, notice: null });
  });

  it('as big-endian UTF-16 is read', async () => {
    await mkdir(folder.join('sub'));
    await writeFile(path, Buffer.from('\ufeff{"count":7}', 'utf16le').swap16());
    expect(await load()).toMatchObject({ content: { count: 7 }, notice: null });
  });
});

describe('a settings file that cannot be read', () => {
  const write = (text: string | Buffer) => () => writeFile(path, text);
  const faults: [string, () => Promise<unknown>][] = [
    ['empty', write('')],
    ['cut off', write('{"count":')],
    ['full of NUL bytes', write(Buffer.alloc(64))],
    ['not UTF-8', write(Buffer.from('{"count":7,"x":"\xe9"}', 'latin1'))],
    ['of another shape', write('[]')],
    ['nested deeply', write('['.repeat(400_000) + ']'.repeat(400_000))],
    ['without a value that has no default', write('{"count":"seven"}')],
    ['too large', write(Buffer.alloc(largestSettings + 1, ' '))],
    ['a folder', () => mkdir(path)],
    ['a loop of links', () => symlink(path, path)],
    ['a link to a device', () => symlink('/dev/zero', path)],
    [
      'a pipe',
      async () => {
        execFileSync('mkfifo', [path]);
        return Promise.resolve();
      },
    ],
  ];
  const portable = process.platform === 'win32' ? faults.slice(0, 9) : faults;

  it.each(portable)('because it is %s is set aside for its previous version', async (_, damage) => {
    await writeCounts(1, 2);
    await rm(path);
    await damage();
    const { content, notice } = await load();
    expect(content).toMatchObject({ count: 1 });
    expect(notice).toMatchObject({ code: 'settings_restored' });
    expect(notice?.path).toMatch(/file\.json\.unreadable-/);
    expect(await names()).toContain(notice?.path?.split(/[\\/]/).at(-1));
    expect(await load()).toMatchObject({ content: { count: 1 }, notice: null });
    await writeCounts(3);
    expect(await load()).toMatchObject({ content: { count: 3 }, notice: null });
  });

  it.each(portable)(
    'because it is %s gives the defaults if it has no previous version',
    async (_, damage) => {
      await mkdir(folder.join('sub'));
      await damage();
      const { content, notice } = await load();
      expect(content).toEqual(format.defaultContent);
      expect(notice).toMatchObject({ code: 'settings_unreadable' });
      expect(await names()).toEqual([notice?.path?.split(/[\\/]/).at(-1)]);
      expect(await load()).toMatchObject({ notice: null });
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'because its mode forbids it is set aside for its previous version',
    async () => {
      await writeCounts(1, 2);
      await chmod(path, 0);
      expect(await load()).toMatchObject({
        content: { count: 1 },
        notice: { code: 'settings_restored' },
      });
    },
  );

  it('because it is gone gives its previous version', async () => {
    await writeCounts(1, 2);
    await rm(path);
    expect(await load()).toMatchObject({
      content: { count: 1 },
      notice: { code: 'settings_restored' },
    });
  });

  it('is kept five times at most, and the newest always', async () => {
    await mkdir(path, { recursive: true });
    for (const year of [2020, 2030, 2021, 2022, 2023, 2024]) {
      await mkdir(`${path}.unreadable-${year}-01-01T00-00-00-000Z`);
    }
    const { notice } = await load();
    const newest = notice?.path?.split(/[\\/]/).at(-1);
    const years = ['2022', '2023', '2024', '2030'];
    const kept = years.map((year) => `file.json.unreadable-${year}-01-01T00-00-00-000Z`);
    expect(await names()).toEqual([...kept, newest].toSorted());
  });

  it('because its folder is a file gives the defaults, and a change fails', async () => {
    await writeFile(folder.join('sub'), '');
    const file = createJsonFile();
    expect(await file.load()).toMatchObject({ code: 'settings_unreadable', path });
    expect(file.content).toEqual(format.defaultContent);
    await expect(file.change(() => format.defaultContent)).rejects.toMatchObject({
      name: 'AppError',
      path,
    });
  });
});
