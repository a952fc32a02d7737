import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Returns whether `PATH` has a program of this name. For Linux and macOS. */
export function hasCommand(name: string, path: string = process.env.PATH ?? ''): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
