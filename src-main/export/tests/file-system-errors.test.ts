import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { PartialFiles } from '../../files/partial-files.ts';
import { prepareTestFolder } from '../../files/test-folder.ts';
import { runCommand } from '../../files/test-run-command.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { WorkbookWriter } from '../xlsx/workbook-writer.ts';
import { sampleTenants, writeTestExport } from './test-export.ts';

const folder = prepareTestFolder();
let path: string;
beforeEach(() => {
  path = folder.join('tenants.xlsx');
});

/** Yields endless rows with random names, so that they stay large when they are compressed. */
async function* createEndlessBatches() {
  for (;;) {
    const rows = sampleTenants.map((tenant) => ({
      ...tenant,
      name: Array.from({ length: 40 }, () => Math.random().toString(36)).join(''),
    }));
    yield await Promise.resolve({ rows, unreadableRows: 0 });
  }
}

describe('an export with a file system error', () => {
  it('reports a disk that becomes full, and keeps the old file', async ({ skip }) => {
    if (!runCommand('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.path)) {
      skip('Nothing can be mounted here');
    }
    try {
      await writeFile(path, 'an older sheet');
      for (const format of ['xlsx', 'csv'] as const) {
        const writing = writeTestExport(path, {
          batches: createEndlessBatches(),
          options: { format },
        });
        await expect(writing).rejects.toMatchObject({ code: 'disk_full', path });
        expect(await readdir(folder.path)).toEqual(['tenants.xlsx']);
        expect(await readFile(path, 'utf8')).toBe('an older sheet');
      }
    } finally {
      runCommand('umount', folder.path);
    }
  });

  it('reports a read-only folder', async ({ skip }) => {
    if (!runCommand('mount', '-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder.path)) {
      skip('Nothing can be mounted here');
    }
    try {
      await expect(writeTestExport(path)).rejects.toMatchObject({ code: 'folder_not_writable' });
    } finally {
      runCommand('umount', folder.path);
    }
  });

  it('reports a name that is too long, and accepts the longest one that is allowed', async () => {
    const longest = folder.join(`${'x'.repeat(250)}.xlsx`);
    await writeTestExport(longest);
    expect(await readdir(folder.path)).toHaveLength(1);
    const tooLong = folder.join(`${'x'.repeat(251)}.xlsx`);
    await expect(writeTestExport(tooLong)).rejects.toMatchObject({ code: 'name_too_long' });
    expect(await readdir(folder.path)).toHaveLength(1);
  });

  // Writing to an unmapped address in the memory of a process fails with EIO, as writing to an unplugged drive does.
  it.runIf(process.platform === 'linux')('reports a drive that was unplugged', async () => {
    const memory = await open('/proc/self/mem', 'r+');
    try {
      const properties = { title: '', creator: '', created: new Date() };
      const { signal } = new AbortController();
      const writing = writeFileAtomically(
        path,
        () => new WorkbookWriter(memory, { properties, dateFormat: 'regional', signal }).end(),
        { mode: 0o666 },
      );
      await expect(writing).rejects.toMatchObject({ code: 'disk_gone', path });
      expect(await readdir(folder.path)).toEqual([]);
    } finally {
      await memory.close();
    }
  });

  it('keeps the old file if the process is killed, and the next start removes the temporary file', async () => {
    const dataFolder = folder.join('data');
    await writeFile(path, 'an older sheet');
    const foreign = '.etelecom-0badcafe.partial';
    await writeFile(folder.join(foreign), 'of another process');
    const script = fileURLToPath(new URL('test-endless-export.ts', import.meta.url));
    const writer = spawn(process.execPath, [script, path, dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(await readFile(path, 'utf8')).toBe('an older sheet');
    const left = (await readdir(folder.path)).filter((name) => name.endsWith('.partial'));
    expect(left).toHaveLength(2);

    await new PartialFiles(dataFolder).removeAbandoned();
    expect((await readdir(folder.path)).toSorted()).toEqual([foreign, 'data', 'tenants.xlsx']);
  });
});
