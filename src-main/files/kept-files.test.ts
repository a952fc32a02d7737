import { chmod, readdir, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { removeKeptFiles } from './kept-files.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();

describe('of the files that were set aside, removing an account', () => {
  const kept = '.unreadable-2026-11-27T05-00-00-000Z';
  const settings = async (name: string, content: string | Buffer) => {
    const path = folder.join(`${name}${kept}`);
    await writeFile(path, content);
    return path;
  };

  it('removes those that name it or cannot be read, and leaves the others', async () => {
    await settings('views.json', '{"accountId":"one"}');
    await settings('accounts.json', Buffer.from('{"id":"one"}', 'utf16le'));
    await settings('window.json', '{"width":1}');
    await writeFile(folder.join('tenants.sqlite.corrupt-1'), '');
    await writeFile(folder.join('views.json'), '{"accountId":"one"}');
    // Node reads no file of more than 2 GiB. This one takes no space on the disk.
    await truncate(await settings('recent.json', ''), 3 * 2 ** 30);
    await chmod(await settings('preferences.json', '{}'), 0);
    await removeKeptFiles(folder.path, 'one');
    const isReadable = process.getuid?.() === 0 || process.platform === 'win32';
    const left = ['views.json', `window.json${kept}`];
    if (isReadable) left.push(`preferences.json${kept}`);
    expect((await readdir(folder.path)).toSorted()).toEqual(left.toSorted());
  });
});
