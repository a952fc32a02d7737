import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../../../e2e/app.ts';
import { removeKeychainEntries } from '../../../e2e/keychain.ts';
import { enter } from '../../../e2e/screens.ts';
import type { SandboxProcess } from '../sandbox-process.ts';

/** Enough for a thousand pages from loopback on a busy machine. */
const refreshTimeout = 10 * 60_000;

/** Connects to the server as a user does, and returns the data folder with the saved list. */
export async function saveList(server: SandboxProcess) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-page-'));
  const remove = async () => {
    await removeKeychainEntries(dataFolder);
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const app = await launchApp({ dataFolder, host: 'chromium' });
    const tenants = await enter(app.page, server);
    await tenants.label
      .filter({ hasText: /tenants? · (refreshed|read in full)/ })
      .waitFor({ timeout: refreshTimeout });
    await app.close();
  } catch (error) {
    await remove();
    throw error;
  }
  return { dataFolder, [Symbol.asyncDispose]: remove };
}
