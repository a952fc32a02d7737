import { fileURLToPath } from 'node:url';
import type { Command } from './run.ts';

/**
 * Wraps a command so that on Linux it runs in a new D-Bus session with an empty, unlocked keyring, which is deleted
 * afterwards. Windows and macOS always have a keychain.
 */
export function inKeyringSession(command: Command): Command {
  if (process.platform !== 'linux') return command;
  const script = fileURLToPath(new URL('keyring-session.sh', import.meta.url));
  return ['dbus-run-session', '--', 'sh', script, ...command];
}
