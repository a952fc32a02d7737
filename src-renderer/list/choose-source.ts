import type { ListTenantsRequest } from '../../src-shared/list-tenants.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';

export type Source = ListTenantsRequest['source'];

interface SourceCircumstances {
  /** The user has turned on the *Live* switch. */
  wantsLive: boolean;
  isOffline: boolean;
  /** The status of the saved list: `undefined` while it is being read, `null` if that failed. */
  saved: Pick<SavedListStatus, 'state'> | null | undefined;
}

/**
 * Returns where the rows come from: the saved list if there is one, unless the user wants the live list and the server is
 * reachable. `null` while it is not known whether there is a saved list.
 */
export function chooseSource({ wantsLive, isOffline, saved }: SourceCircumstances): Source | null {
  if (wantsLive && !isOffline) return 'live';
  if (saved === undefined) return null;
  return saved === null || saved.state === 'none' ? 'live' : 'saved';
}
