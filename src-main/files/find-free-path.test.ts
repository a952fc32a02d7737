import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFreePath, pathExists } from './find-free-path.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();

/** Returns the name of the first free path if the first `taken` names are reserved. */
async function findName(name: string, taken: number): Promise<string> {
  let left = taken;
  return basename(await findFreePath(folder.join(name), () => left-- > 0));
}

describe('a free path', () => {
  it('is the path itself, or has the first free number', async () => {
    const path = folder.join('a.b', 'tenants.xlsx');
    await mkdir(folder.join('a.b'));
    expect(await findFreePath(path, () => false)).toBe(path);
    await writeFile(path, '');
    await writeFile(folder.join('a.b', 'tenants (2).xlsx'), '');
    const reserved = folder.join('a.b', 'tenants (3).xlsx');
    const free = await findFreePath(path, (candidate) => candidate === reserved);
    expect(free).toBe(folder.join('a.b', 'tenants (4).xlsx'));
  });

  it.each([
    ['a name with room', `${'x'.repeat(246)}.xlsx`, 1, `${'x'.repeat(246)} (2).xlsx`],
    ['the longest name', `${'x'.repeat(250)}.xlsx`, 1, `${'x'.repeat(246)} (2).xlsx`],
    ['a larger number', `${'x'.repeat(250)}.xlsx`, 9, `${'x'.repeat(245)} (10).xlsx`],
    ['letters of three bytes', `${'ế'.repeat(83)}.xlsx`, 1, `${'ế'.repeat(82)} (2).xlsx`],
    ['letters of two units', `x${'🏪'.repeat(62)}.csv`, 1, `x${'🏪'.repeat(61)} (2).csv`],
    // Each of these letters has eleven bytes, in three characters.
    ['whole letters', `${'👩‍💻'.repeat(22)}.xlsx`, 1, `${'👩‍💻'.repeat(22)} (2).xlsx`],
    ['no part of a letter', `xxxxx${'👩‍💻'.repeat(22)}.xlsx`, 1, `xxxxx${'👩‍💻'.repeat(21)} (2).xlsx`],
    ['no extension', 'x'.repeat(255), 1, `${'x'.repeat(251)} (2)`],
    ['a dot in a sentence', `Mr. ${'x'.repeat(250)}`, 1, `Mr. ${'x'.repeat(247)} (2)`],
  ])('has at most 255 bytes: %s', async (_, name, taken, expected) => {
    const found = await findName(name, taken);
    expect(found).toBe(expected);
    expect(Buffer.byteLength(found)).toBeLessThanOrEqual(255);
  });

  it('is found for any name, keeps the extension and is different for each number', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 255 });
    const stem = text.map((characters) => `x${characters.replaceAll(/[/\\\0]/g, '-')}`);
    await fc.assert(
      fc.asyncProperty(stem, fc.integer({ min: 1, max: 120 }), async (name, taken) => {
        const found = await findName(`${name}.xlsx`, taken);
        expect(found.endsWith(` (${taken + 1}).xlsx`)).toBe(true);
        expect(Buffer.byteLength(found)).toBeLessThanOrEqual(255);
        expect(await pathExists(folder.join(found))).toBe(false);
      }),
    );
  });

  it.skipIf(process.platform === 'win32')(
    'is shortened if the name itself is too long for the disk',
    async () => {
      const short = `${'ế'.repeat(83)}.xlsx`;
      expect(await findName(`${'ế'.repeat(100)}.xlsx`, 0)).toBe(short);
      await writeFile(folder.join(short), '');
      const numbered = `${'ế'.repeat(82)} (2).xlsx`;
      expect(await findName(`${'ế'.repeat(100)}.xlsx`, 0)).toBe(numbered);
    },
  );

  it.runIf(process.platform === 'linux')(
    'is shortened if the path of the folder leaves less room, and stays if it leaves none',
    async () => {
      // A path has at most 4095 bytes. The folder leaves 100 of them for the name.
      const parentLength = 4095 - 101;
      let parent = folder.path;
      while (parent.length < parentLength - 256) parent = join(parent, 'd'.repeat(250));
      parent = join(parent, 'd'.repeat(parentLength - parent.length - 1));
      await mkdir(parent, { recursive: true });
      const path = join(parent, `${'x'.repeat(95)}.xlsx`);
      expect(Buffer.byteLength(path)).toBe(4095);
      await writeFile(path, '');
      const free = await findFreePath(path, () => false);
      expect(basename(free)).toBe(`${'x'.repeat(91)} (2).xlsx`);
      const none = join('/', 'd'.repeat(5000), 'tenants.xlsx');
      expect(await findFreePath(none, () => false)).toBe(none);
    },
  );
});
