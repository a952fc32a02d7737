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
 * What running the app needs of a Linux system besides Node, and Debian's package for each. A font needs no line of its own:
 * Chromium's fontconfig brings one, and each of those it may bring covers Vietnamese.
 */
const needs: readonly Need[] = [
  { packageName: 'chromium', isThere: () => findChromium(process.env) !== undefined },
  { packageName: 'gnome-keyring', isThere: () => hasCommand('gnome-keyring-daemon') },
  { packageName: 'dbus', isThere: () => hasCommand('dbus-run-session') },
  { packageName: 'libsecret-1-0', isThere: keychainLibraryLoads },
];

/** The tests' second reader of the sheets that are written; no window, no Java. */
const testNeeds: readonly Need[] = [
  ...needs,
  { packageName: 'libreoffice-calc-nogui', isThere: () => hasCommand('soffice') },
];

/**
 * Sees to it that a Linux system has what the app, or its tests, need: installs what is missing where it may, else prints the line
 * that does. Other systems need nothing. Answers whether everything is there now; silent when it was there already.
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

/** Keytar's own file is in node_modules; what it may lack is the system's libsecret. */
function keychainLibraryLoads(): boolean {
  try {
    createRequire(import.meta.url)('keytar');
    return true;
  } catch {
    return false;
  }
}

if (import.meta.main && !provideSystemPackages()) process.exitCode = 1;
