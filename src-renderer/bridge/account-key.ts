/** Which answers belong together: those of one account, over one of its connections. */
export interface AccountKey {
  accountId: string;
  connectionNumber: number;
}

/** Where Query keeps what was read from the saved list: all of it is out of date once a refresh has ended. */
export function savedKey({ accountId, connectionNumber }: AccountKey) {
  return [accountId, connectionNumber, 'saved'] as const;
}

/** Where Query keeps what the server answered directly. */
export function liveKey({ accountId, connectionNumber }: AccountKey) {
  return [accountId, connectionNumber, 'live'] as const;
}

/** Where Query keeps what is remembered for an account besides its list. */
export function settingsKey(accountId: string) {
  return [accountId, 'settings'] as const;
}
