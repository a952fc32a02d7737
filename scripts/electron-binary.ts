import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { findElectron } from '../e2e/find-electron.ts';

/** Enough for 120 MB on a slow connection. */
const timeLimitMilliseconds = 10 * 60_000;

export type Electron = { path: string } | { reason: string };

/** Returns the path of Electron's binary and fetches it if necessary; `reason` says why that failed and what to do. */
export async function provideElectron(): Promise<Electron> {
  const path = findElectron();
  if (path !== undefined) return { path };
  console.log('Fetching the Electron binary (only this time)');
  const failure = await fetchElectron();
  const fetched = findElectron();
  if (failure === undefined && fetched !== undefined) return { path: fetched };
  return {
    reason:
      `The Electron binary could not be fetched (${failure ?? 'it is missing after the download'}): ` +
      'set ELECTRON_MIRROR to a mirror of its releases, ' +
      'or run the app in Chromium with `npm run start:chromium`.',
  };
}

/** Runs Electron's installer. Returns the reason if it fails. */
export async function fetchElectron(): Promise<string | undefined> {
  const installer = createRequire(import.meta.url).resolve('electron/install.js');
  // The installer uses Node's fetch, which ignores HTTPS_PROXY without this variable.
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  try {
    await promisify(execFile)(process.execPath, [installer], {
      env,
      timeout: timeLimitMilliseconds,
    });
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('killed' in error && error.killed === true) return 'the download took too long';
  const printed = 'stderr' in error ? String(error.stderr) : '';
  return (
    printed
      .split('\n')
      .find((line) => /error/i.test(line))
      ?.replace(/^\s*\w*Error: /, '') ?? error.message
  );
}

if (import.meta.main) {
  const electron = await provideElectron();
  if ('reason' in electron) {
    console.error(electron.reason);
    process.exitCode = 1;
  }
}
