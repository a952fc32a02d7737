import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { findChromium } from '../test-host/chromium.ts';
import { hasDisplay } from './display.ts';
import { hasCommand } from './find-command.ts';

interface Need {
  packageName: string;
  isThere: () => boolean;
}

/**
 * The Debian packages that the app needs on Linux besides Node. Fonts come with Chromium: fontconfig depends on one of
 * several, and each of them covers Vietnamese.
 */
const needs: readonly Need[] = [
  { packageName: 'chromium', isThere: () => findChromium(process.env) !== undefined },
  { packageName: 'gnome-keyring', isThere: () => hasCommand('gnome-keyring-daemon') },
  { packageName: 'dbus', isThere: () => hasCommand('dbus-run-session') },
  { packageName: 'libsecret-1-0', isThere: keychainLibraryLoads },
];

const testNeeds: readonly Need[] = [
  ...needs,
  { packageName: 'chromium-headless-shell', isThere: hasFastChromium },
  // A second reader for the workbooks that the app writes. This package has no user interface and no Java.
  { packageName: 'libreoffice-calc-nogui', isThere: () => hasCommand('soffice') },
  // electron-builder would download its own tools from GitHub.
  { packageName: '7zip', isThere: () => hasCommand('7zz') },
  { packageName: 'desktop-file-utils', isThere: () => hasCommand('desktop-file-validate') },
  { packageName: 'nsis', isThere: () => hasCommand('makensis') },
  // Checks the units of scheduled exports.
  { packageName: 'systemd', isThere: () => hasCommand('systemd-analyze') },
  { packageName: 'squashfs-tools', isThere: () => hasCommand('mksquashfs') },
];

/**
 * Installs the missing packages on Linux. Prints the command instead if the user is not root or there is no `apt-get`.
 * Does nothing on other systems.
 *
 * @returns whether nothing is missing now.
 */
export function provideSystemPackages(purpose: 'app' | 'tests' = 'app'): boolean {
  if (process.platform !== 'linux') return true;
  const missing = (purpose === 'tests' ? testNeeds : needs)
    .filter(({ isThere }) => !isThere())
    .map(({ packageName }) => packageName);
  if (process.env.E2E_HOST === 'electron' && !hasDisplay() && !hasCommand('xvfb-run')) {
    missing.push('xvfb', 'xauth');
  }
  if (missing.length === 0) return true;
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (!hasCommand('apt-get') || process.getuid?.() !== 0) {
    console.error(`sudo apt-get update && sudo apt-get ${install.join(' ')}`);
    return false;
  }
  console.log(`Installing ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], install]) {
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return true;
}

/** Only Debian packages the headless shell. Any other Chromium runs the tests too, at half the speed. */
function hasFastChromium(): boolean {
  const found = findChromium(process.env, 'headless-shell');
  if (found === undefined) return false;
  return found !== '/usr/bin/chromium' || !hasCommand('apt-get');
}

/** The keytar package contains its native file, which loads the system's libsecret. */
function keychainLibraryLoads(): boolean {
  try {
    createRequire(import.meta.url)('keytar');
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main && !provideSystemPackages()) process.exitCode = 1;
