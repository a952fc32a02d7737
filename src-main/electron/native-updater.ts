import { autoUpdater } from 'electron';

/** Returns Electron's own updater. Only macOS uses it: it checks the signature of a version and unpacks it. */
export function getNativeUpdater(): NodeJS.EventEmitter {
  return autoUpdater;
}
