import { stat, symlink, writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder, createFolderSync } from './create-folder.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();

describe.each([
  ['createFolder', createFolder],
  ['createFolderSync', (path: string) => Promise.resolve(path).then(createFolderSync)],
])('%s', (_name, create) => {
  it('creates a folder and its parents, and accepts one that exists', async () => {
    const path = folder.join('a', 'b', 'c');
    await create(path);
    await create(path);
    await create(`${path}/`);
    expect((await stat(path)).isDirectory()).toBe(true);
    await create(parse(path).root);
  });

  it('accepts a link to a folder, and refuses files and links to nothing', async () => {
    await symlink(folder.path, folder.join('link'));
    await create(folder.join('link'));
    await create(folder.join('link', 'inside'));
    await writeFile(folder.join('file'), '');
    await expect(create(folder.join('file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(create(folder.join('file', 'a'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await symlink(folder.join('nowhere'), folder.join('dangling'));
    await expect(create(folder.join('dangling'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(create(folder.join('dangling', 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it.runIf(process.platform === 'linux')(
    'ends with the error of a folder that the system refuses although its parent exists',
    async () => {
      await expect(create('/proc/nope')).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(create('/proc/nope/a/b')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
