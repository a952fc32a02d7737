import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { PartialFiles } from './partial-files.ts';
import { removeTemporaryFiles } from './temporary-file.ts';
import { prepareTestFolder } from './test-folder.ts';
import { canTrace, runWithFaults } from './test-strace.ts';

const script = new URL('test-removing-script.ts', import.meta.url);
const folder = prepareTestFolder();
let path: string;
beforeEach(async () => {
  path = folder.join('sheets', 'tenants.xlsx');
  await mkdir(folder.join('sheets'));
  await writeFile(path, 'mine');
});

const sheets = async () => (await readdir(folder.join('sheets'))).toSorted();

describe('the temporary file of a process that was killed', () => {
  const partial = () => folder.join('sheets', '.etelecom-0badcafe.partial');
  const list = (...paths: string[]) =>
    writeFile(
      folder.join('partial-files.json'),
      JSON.stringify({
        files: paths.map((each) => ({ path: each, createdAt: new Date().toISOString() })),
      }),
    );
  const removeAbandoned = () => new PartialFiles(folder.path).removeAbandoned();

  it('is removed at a later start if its folder is offline', async () => {
    const offline = folder.join('usb', '.etelecom-0badcafe.partial');
    await list(offline);
    await removeAbandoned();
    await mkdir(folder.join('usb'));
    await writeFile(offline, 'half');
    await removeAbandoned();
    expect(await readdir(folder.join('usb'))).toEqual([]);
    expect(JSON.parse(await readFile(folder.join('partial-files.json'), 'utf8'))).toEqual({
      files: [],
    });
  });

  it('is forgotten if its folder exists and it does not', async () => {
    await list(partial());
    await removeAbandoned();
    expect(JSON.parse(await readFile(folder.join('partial-files.json'), 'utf8'))).toEqual({
      files: [],
    });
  });

  it('blocks no other file if its folder is slow', async ({ skip }) => {
    if (!(await canTrace())) skip('Calls of the system cannot be traced here');
    const paths = [1, 2].map((n) => folder.join('sheets', `.etelecom-0badcaf${n}.partial`));
    for (const each of paths) await writeFile(each, 'half');
    await list(...paths);
    await writeFile(folder.join('other.json'), '{}');
    const faults = ['unlink,unlinkat:delay_enter=2500000'];
    const command = [script, folder.path] as const;
    expect(await runWithFaults(faults, command, paths, 2)).toBeLessThan(1_000);
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('is the only file that is removed, even if the list names others', async () => {
    await writeFile(partial(), 'half');
    await list(path, partial());
    await removeAbandoned();
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('stays while its process is running', async () => {
    await new PartialFiles(folder.path).track(partial(), async () => {
      await writeFile(partial(), 'half');
      await new PartialFiles(folder.join('of another user')).removeAbandoned();
      expect(await readFile(partial(), 'utf8')).toBe('half');
    });
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });

  it('is removed from the data folder by its name', async () => {
    await writeFile(partial(), 'half');
    await removeTemporaryFiles(folder.join('sheets'));
    expect(await sheets()).toEqual(['tenants.xlsx']);
  });
});
