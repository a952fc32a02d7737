import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The path of Electron's binary, or `undefined` when it was never fetched. Asking the package itself would start to
 * download it: since Electron 42 it comes with the first run, not with the installation.
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const distribution = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(distribution, readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
