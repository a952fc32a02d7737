import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { assertNotInUse } from './assert-not-in-use.ts';
import { prepareTestFolder } from './test-folder.ts';

const folder = prepareTestFolder();

describe('assertNotInUse', () => {
  it('accepts a file that no program holds, and a file that does not exist', async () => {
    const path = folder.join('file.txt');
    await expect(assertNotInUse(path)).resolves.toBeUndefined();
    await writeFile(path, 'old');
    await expect(assertNotInUse(path)).resolves.toBeUndefined();
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  // Linux refuses writes only to the file of a running program. Windows refuses them too, as for files open in Excel.
  it.skipIf(process.platform === 'darwin')('rejects a file that a program holds', async () => {
    const path = folder.join(process.platform === 'win32' ? 'running.exe' : 'running');
    await copyFile(process.execPath, path);
    const program = spawn(path, ['-e', 'process.stdin.resume(); console.log("runs")'], {
      env: {},
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(program.stdout, 'data');
    await expect(assertNotInUse(path)).rejects.toMatchObject({ code: 'file_in_use', path });
    program.kill();
    await once(program, 'exit');
  });
});
