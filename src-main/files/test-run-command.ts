import { execFileSync } from 'node:child_process';

/** Runs a system command. @returns `false` if the command failed, for example for lack of permissions. */
export function runCommand(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
