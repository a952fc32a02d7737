import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { findElectron } from '../e2e/find-electron.ts';

/** Long enough for 120 MB on a slow line, and an end for a download that hangs. */
const timeLimitMilliseconds = 10 * 60_000;

export type Electron = { path: string } | { reason: string };

/** Electron's binary, fetched if it has to be; `reason` is a sentence for the terminal with the ways out. */
export async function provideElectron(): Promise<Electron> {
  const path = findElectron();
  if (path !== undefined) return { path };
  console.log('Fetching the Electron binary, once');
  const failure = await fetchElectron();
  const fetched = findElectron();
  if (failure === undefined && fetched !== undefined) return { path: fetched };
  return {
    reason:
      `The Electron binary could not be fetched (${failure ?? 'it is not where it should be'}): ` +
      'set ELECTRON_MIRROR to a mirror of its releases, ' +
      'or run the app in Chromium with `npm run start:chromium`.',
  };
}

/** Runs Electron's own installer quietly; answers why it failed, or `undefined`. */
export async function fetchElectron(): Promise<string | undefined> {
  const installer = createRequire(import.meta.url).resolve('electron/install.js');
  // The installer downloads with Node's fetch, which looks at HTTPS_PROXY only when told to.
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
