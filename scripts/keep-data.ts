import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keptFolderOf } from './released-data/kept-versions.ts';
import { makeData } from './released-data/make-data.ts';
import { readCopy } from './released-data/read-copy.ts';
import { root } from './run.ts';

/**
 * `npm run keep-data`: makes a data folder with this version of the app and keeps it, with what must be in it, so that all
 * later versions are tested with it. Replaces the data of this version until it is released.
 *
 * @throws Error if the version has a tag.
 */
async function keepData(): Promise<void> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const tag = execFileSync('git', ['tag', '--list', `v${version}`], {
    cwd: root,
    encoding: 'utf8',
  });
  if (tag !== '') {
    throw new Error(
      `Version ${version} is released, so its data must not change. Set the next one.`,
    );
  }
  const folder = keptFolderOf(version);
  await rm(folder, { recursive: true, force: true });
  await makeData(join(folder, 'data'), version);
  const expected = await readCopy(join(folder, 'data'));
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
  console.log(`Kept the data of ${version} in ${folder}`);
}

await keepData().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
