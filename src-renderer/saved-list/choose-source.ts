import type { ListTenantsRequest } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';

export type Source = ListTenantsRequest['source'];

interface Circumstances {
  /** The *Live* switch. */
  wantsLive: boolean;
  isOffline: boolean;
  /** `undefined` until it is known, `null` when it cannot be read. */
  saved: Pick<SavedListStatus, 'state'> | null | undefined;
}

/**
 * Where the rows come from: the saved list when there is one, unless the server itself is to be asked and is in reach;
 * `null` while it is not known yet whether there is one.
 */
export function chooseSource({ wantsLive, isOffline, saved }: Circumstances): Source | null {
  if (wantsLive && !isOffline) return 'live';
  if (saved === undefined) return null;
  return saved === null || saved.state === 'none' ? 'live' : 'saved';
}
