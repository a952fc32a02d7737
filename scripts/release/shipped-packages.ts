import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { licenseSchema } from '../../src-shared/about.ts';
import { root } from '../run.ts';

/** A package from npm whose code is in the installed app. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** An SPDX expression: https://spdx.org/licenses/. `undefined` if the package does not name its license. */
  license: string | undefined;
}

/** The build writes one list for each bundle. The preload script contains no package. */
const licenseLists = ['out/main/licenses.json', 'out/renderer/licenses.json'];

/** Shipped, but not bundled: the native module, and what the app runs on. */
const unbundled = ['node_modules/keytar/package.json', 'node_modules/electron/package.json'];

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

/**
 * Returns the packages of the built app in `out/`, each version once, sorted by name.
 *
 * @param folder the project's folder.
 * @throws if the app is not built.
 */
export async function readShippedPackages(folder: string = root): Promise<ShippedPackage[]> {
  const lists = await Promise.all(licenseLists.map((path) => readList(join(folder, path))));
  const others = await Promise.all(unbundled.map((path) => readPackage(join(folder, path))));
  const unique = new Map(
    [...lists.flat(), ...others].map((shipped) => [`${shipped.name}@${shipped.version}`, shipped]),
  );
  return [...unique.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

async function readList(path: string): Promise<ShippedPackage[]> {
  const licenses = z.array(licenseSchema).parse(await readJson(path));
  return licenses.map(({ name, version, identifier }) => ({ name, version, license: identifier }));
}

async function readPackage(path: string): Promise<ShippedPackage> {
  const { name, version, license } = packageSchema.parse(await readJson(path));
  return { name, version, license };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
