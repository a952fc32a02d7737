import { fileURLToPath } from 'node:url';
import type { Command } from './run.ts';

/**
 * The command wrapped so that it runs on Linux in a D-Bus session with an unlocked keyring of its own, whose files are
 * gone afterwards. Windows and macOS have their keychain always; the command stays as it is.
 */
export function inKeyringSession(command: Command): Command {
  if (process.platform !== 'linux') return command;
  const script = fileURLToPath(new URL('keyring-session.sh', import.meta.url));
  return ['dbus-run-session', '--', 'sh', script, ...command];
}
