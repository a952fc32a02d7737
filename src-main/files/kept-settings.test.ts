import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile } from './json-file.ts';
import { prepareTestFolder } from './test-folder.ts';
import { runCommand } from './test-run-command.ts';
import { canTrace, runWithFaults } from './test-strace.ts';

const script = new URL('test-settings-script.ts', import.meta.url);
const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('file.json');
});

const format = {
  schema: z.object({ count: z.number(), color: z.enum(['red', 'blue']).default('red') }),
  defaultContent: { count: 0, color: 'red' as const },
};

async function load() {
  const file = new JsonFile<z.infer<typeof format.schema>>(path, format);
  return { file, notice: await file.load() };
}

/** Returns the texts of the files that were set aside. */
async function keptTexts(): Promise<string[]> {
  const names = await readdir(folder.path);
  const kept = names.filter((name) => name.includes('.unreadable-')).toSorted();
  return Promise.all(kept.map((name) => readFile(folder.join(name), 'utf8')));
}

describe('a settings file with an invalid value', () => {
  const text = '{"count":7,"color":"mauve"}';

  it('stays while the disk is full, and is reported at each start', async ({ skip }) => {
    const options = ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs'];
    if (!runCommand('mount', ...options, folder.path)) skip('Nothing can be mounted here');
    try {
      await writeFile(path, text);
      const fill = folder.join('fill');
      await writeFile(fill, Buffer.alloc(1_000_000)).catch(() => undefined);
      for (let start = 1; start <= 2; start++) {
        const { file, notice } = await load();
        expect(notice).toMatchObject({ code: 'settings_repaired', path });
        expect(file.content).toEqual({ count: 7, color: 'red' });
        const change = file.change((content) => ({ ...content, count: 8 }));
        await expect(change).rejects.toMatchObject({ code: 'disk_full' });
        expect(await readFile(path, 'utf8')).toBe(text);
        expect((await readdir(folder.path)).toSorted()).toEqual(['file.json', 'fill']);
      }
      const { file } = await load();
      await rm(fill);
      await file.change((content) => ({ ...content, count: 8 }));
      expect(await keptTexts()).toEqual([text]);
      const again = await load();
      expect(again.notice).toBeNull();
      expect(again.file.content).toEqual({ count: 8, color: 'red' });
    } finally {
      runCommand('umount', folder.path);
    }
  });

  it('leaves no copies of it if it cannot be replaced', async ({ skip }) => {
    await writeFile(path, text);
    if (!runCommand('chattr', '+i', path)) skip('Files cannot be made immutable here');
    try {
      const { file, notice } = await load();
      expect(notice).toMatchObject({ code: 'settings_repaired', path });
      const change = file.change(() => ({ count: 8, color: 'red' }));
      await expect(change).rejects.toMatchObject({ code: 'folder_not_writable' });
    } finally {
      runCommand('chattr', '-i', path);
    }
    const { notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_repaired' });
    expect((await keptTexts()).at(-1)).toBe(text);
  });
});

describe('a previous version that cannot be read', () => {
  it.each(['missing', 'damaged'])('is kept if the file is %s', async (what) => {
    await writeFile(`${path}.previous`, 'not JSON');
    if (what === 'damaged') await writeFile(path, 'not JSON either');
    const { file, notice } = await load();
    expect(notice).toMatchObject({ code: 'settings_unreadable' });
    for (const count of [1, 2, 3]) await file.change((content) => ({ ...content, count }));
    expect(await keptTexts()).toEqual(
      what === 'damaged' ? ['not JSON', 'not JSON either'] : ['not JSON'],
    );
    expect((await load()).notice).toBeNull();
  });
});

describe('a damaged settings file', async () => {
  const isTraced = await canTrace();

  it.runIf(isTraced).for([
    ['held for a moment', 'EBUSY:when=1', 'file.json.unreadable-'],
    ['held until a change', 'EACCES:when=1', 'file.json'],
    ['held', 'EACCES', 'file.json'],
  ] as const)('that is %s is kept before it is replaced', async ([what, error, place]) => {
    await writeFile(path, 'damaged');
    await writeFile(`${path}.previous`, '{"count":1}');
    const faults = [`rename,renameat,renameat2:error=${error}`];
    const outcome = await runWithFaults(faults, [script, path], [path]);
    const change = what === 'held' ? 'folder_not_writable' : 'saved';
    expect(outcome).toMatchObject({ notice: 'settings_restored', count: 1, change });
    expect(outcome).toHaveProperty('place', expect.stringContaining(folder.join(place)));
    expect(await keptTexts()).toEqual(what === 'held' ? [] : ['damaged']);
    expect(await readFile(path, 'utf8')).toMatch(what === 'held' ? 'damaged' : '{"count":9}');
  });
});

describe('a valid settings file', async () => {
  const isTraced = await canTrace();

  it.runIf(isTraced).each(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EIO', 'ESTALE', 'EBUSY'])(
    'is used although it could not be read once because of %s',
    async (code) => {
      await writeFile(path, '{"count":5}');
      await writeFile(`${path}.previous`, '{"count":1}');
      const faults = [`openat,open:error=${code}:when=1`];
      const outcome = await runWithFaults(faults, [script, path], [path]);
      expect(outcome).toEqual({ notice: null, count: 5, change: 'saved' });
      expect(await readFile(`${path}.previous`, 'utf8')).toBe('{"count":5}');
    },
  );
});
