import type { HostName } from '../e2e/app.ts';
import { hasCommand } from './find-command.ts';
import type { Command } from './run.ts';

/** Returns whether a window can be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return [env.DISPLAY, env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}

/** Returns whether Electron can run. It always shows its windows, so it needs a display or Xvfb's virtual one. */
export function canShowElectron(): boolean {
  return hasDisplay() || hasCommand('xvfb-run');
}

/** Wraps a command in Xvfb if Electron has no display. The Chromium host needs none. */
export function inDisplay(command: Command, host: HostName): Command {
  return host === 'electron' && !hasDisplay() ? ['xvfb-run', '-a', ...command] : command;
}
