import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { licenseSchema, type License } from '../../src-shared/about.ts';
import { toFileError } from '../files/file-error.ts';

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

interface Shipped {
  /** What Vite wrote for each bundle: https://vite.dev/config/build-options#build-license */
  lists: readonly string[];
  /** Folders of packages that stand beside the bundles, each with the file its license is in. */
  packages: readonly { folder: string; licenseFile: string }[];
}

/** Every license of what is shipped, each package once, by name. @throws AppError with a file code. */
export async function readLicenses({ lists, packages }: Shipped): Promise<License[]> {
  const bundled = await Promise.all(
    lists.map(async (path) => z.array(licenseSchema).parse(JSON.parse(await read(path)))),
  );
  const beside = await Promise.all(
    packages.map(async ({ folder, licenseFile }): Promise<License> => {
      const text = await read(`${folder}/package.json`);
      const { name, version, license } = packageSchema.parse(JSON.parse(text));
      return {
        name,
        version,
        ...(license !== undefined && { identifier: license }),
        text: await read(`${folder}/${licenseFile}`),
      };
    }),
  );
  const all = [...bundled.flat(), ...beside];
  const once = new Map(all.map((each) => [`${each.name}@${each.version}`, each]));
  return [...once.values()].toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw toFileError(error, path);
  });
}
