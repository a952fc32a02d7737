import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { License } from '../../src-shared/about.ts';
import { readLicenses } from './licenses.ts';

/**
 * The licenses of everything that is shipped, from what the build has put beside the bundles. Under `npm run dev` the
 * page is not built, and its list is not there. @throws AppError with a file code.
 */
export function shippedLicenses(): Promise<License[]> {
  const keytar = createRequire(import.meta.url).resolve('keytar/package.json');
  return readLicenses({
    lists: ['licenses.json', '../renderer/licenses.json'].map((path) =>
      fileURLToPath(new URL(path, import.meta.url)),
    ),
    packages: [{ folder: dirname(keytar), licenseFile: 'LICENSE.md' }],
  });
}
