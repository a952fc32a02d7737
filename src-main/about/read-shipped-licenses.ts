import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { licenseSchema, type License } from '../../src-shared/about.ts';
import { toFileError } from '../files/file-error.ts';

/** Vite writes a list of the bundled packages for each bundle: https://vite.dev/config/build-options#build-license */
const licenseLists = ['licenses.json', '../renderer/licenses.json'];

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

/**
 * Returns the licenses of all packages that are shipped with the app, sorted by name.
 *
 * @throws AppError with a file code. Under `npm run dev` the renderer is not built, so its list does not exist.
 */
export async function readShippedLicenses(): Promise<License[]> {
  const bundled = await Promise.all(licenseLists.map(readLicenseList));
  const licenses = [...bundled.flat(), await readKeytarLicense()];
  const unique = new Map(
    licenses.map((license) => [`${license.name}@${license.version}`, license]),
  );
  return [...unique.values()].toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** @param path the path of the list, relative to the bundle of the main process. */
async function readLicenseList(path: string): Promise<License[]> {
  const text = await readText(fileURLToPath(new URL(path, import.meta.url)));
  return z.array(licenseSchema).parse(JSON.parse(text));
}

/** Keytar is the only package that is not bundled, because it is a native module. */
async function readKeytarLicense(): Promise<License> {
  const packagePath = createRequire(import.meta.url).resolve('keytar/package.json');
  const packageText = await readText(packagePath);
  const { name, version, license } = packageSchema.parse(JSON.parse(packageText));
  return {
    name,
    version,
    ...(license !== undefined && { identifier: license }),
    text: await readText(join(dirname(packagePath), 'LICENSE.md')),
  };
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw toFileError(error, path);
  });
}
