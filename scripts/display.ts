import type { HostName } from '../e2e/app.ts';
import { hasCommand } from './find-command.ts';
import type { Command } from './run.ts';

/** Whether a window can be shown at all. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return [env.DISPLAY, env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}

/** Whether real Electron, which always shows its windows, can run: on a display, or on one that nobody sees. */
export function canShowElectron(): boolean {
  return hasDisplay() || hasCommand('xvfb-run');
}

/** The command wrapped so that Electron finds a display; the Chromium host needs none. */
export function inDisplay(command: Command, host: HostName): Command {
  return host === 'electron' && !hasDisplay() ? ['xvfb-run', '-a', ...command] : command;
}
