import type { SavedListStatus } from '../../src-shared/saved-list.ts';

/** Returns whether a list was read, at least in part. @param status `undefined` if it is not known. */
export function wasRead(status: SavedListStatus | undefined): boolean {
  return status !== undefined && status.state !== 'none';
}
