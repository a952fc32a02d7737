import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseChangelog } from '../../src-main/updates/changelog.ts';
import { root } from '../run.ts';

const keptFolder = join(root, 'scripts', 'released-data', 'versions');

/** Returns the folder that keeps the data of a version: `data`, and what must be in it, `expected.json`. */
export function keptFolderOf(version: string): string {
  return join(keptFolder, version);
}

/** Returns the versions whose data is kept. */
export function listKeptVersions(): string[] {
  return readdirSync(keptFolder);
}

/** Returns the released versions of a changelog whose data is not kept. */
export function versionsWithoutData(changelog: string, kept: readonly string[]): string[] {
  return parseChangelog(changelog)
    .flatMap(({ version }) => version ?? [])
    .filter((version) => !kept.includes(version));
}
