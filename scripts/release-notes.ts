import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { releaseNotes } from './release/changelog.ts';
import { listKeptVersions } from './released-data/kept-versions.ts';
import { root } from './run.ts';

const read = (name: string) => readFile(join(root, name), 'utf8');

/**
 * `npm run release-notes -- TAG`: prints the text of a release. Fails if the tag, the version in package.json and the
 * changelogs do not agree, or if the data of this version is not kept.
 */
async function printReleaseNotes(): Promise<void> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await read('package.json')));
  const changelogs = {
    english: await read('CHANGELOG.md'),
    vietnamese: await read('CHANGELOG.vi.md'),
  };
  const tag = process.argv[2] ?? '';
  process.stdout.write(
    releaseNotes({ tag, version, changelogs, keptVersions: listKeptVersions() }),
  );
}

await printReleaseNotes().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
