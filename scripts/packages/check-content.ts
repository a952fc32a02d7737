import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { expect } from 'vitest';
import { root } from '../run.ts';
import { listArchive, readFusesThatAreOn } from './archive.ts';

const maximumArchiveBytes = 4_500_000;

/** Everything in the archive but the chunks, whose names the build makes up. */
const files = [
  'node_modules/keytar/LICENSE.md',
  'node_modules/keytar/lib/keytar.js',
  'node_modules/keytar/package.json',
  'out/main/check-store.js',
  'out/main/index.js',
  'out/main/licenses.json',
  'out/main/list-worker.js',
  'out/main/table-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/licenses.json',
  'package.json',
];

const chunkFolders = {
  'out/main/chunks': /-[\w-]{8}\.js$/,
  'out/renderer/assets': /-[\w-]{8}\.(css|js|woff2)$/,
};

/** Fails unless the archive has exactly the files that the app needs, byte by byte as they were built. */
export async function checkContent(resources: string, prebuilds: readonly string[]): Promise<void> {
  const archive = join(resources, 'app.asar');
  const native = prebuilds.map((name) => `node_modules/keytar/prebuilds/${name}/keytar.node`);
  const { packed, unpacked } = listArchive(archive);
  expect(packed).toEqual([...files, ...(await listChunks())].toSorted());
  expect(unpacked).toEqual(native);
  for (const name of packed.filter(
    (path) => path !== 'package.json' && !path.endsWith('/package.json'),
  )) {
    const built = await readFile(join(root, name));
    expect(extractFile(archive, name).equals(built), name).toBe(true);
  }
  expect((await stat(archive)).size).toBeLessThan(maximumArchiveBytes);

  const outside = await readdir(`${archive}.unpacked`, { recursive: true, withFileTypes: true });
  const outsideFiles = outside.filter((entry) => !entry.isDirectory());
  expect(outsideFiles).toHaveLength(native.length);
  for (const name of native) {
    const inPackage = await readFile(join(`${archive}.unpacked`, name));
    expect(inPackage.equals(await readFile(join(root, name))), name).toBe(true);
  }
}

async function listChunks(): Promise<string[]> {
  const lists = Object.entries(chunkFolders).map(async ([folder, pattern]) => {
    const names = await readdir(join(root, folder));
    return names.filter((name) => pattern.test(name)).map((name) => `${folder}/${name}`);
  });
  return (await Promise.all(lists)).flat();
}

/** Fails unless the app for Linux or Windows in a folder has exactly its files, its languages and its fuses. */
export async function checkUnpackedApp(
  folder: string,
  { program, prebuild }: { program: string; prebuild: string },
): Promise<void> {
  await checkContent(join(folder, 'resources'), [prebuild]);
  expect(await readdir(join(folder, 'locales'))).toEqual(['en-US.pak', 'vi.pak']);
  await checkFuses(join(folder, program));
}

/** Fails unless exactly the fuses that protect the app are on. The stub starts with the opposite. */
export async function checkFuses(binary: string): Promise<void> {
  expect(await readFusesThatAreOn(binary)).toEqual([
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    // electron-builder does not know this one and leaves it as it is in Electron.
    'WasmTrapHandlers',
  ]);
}
