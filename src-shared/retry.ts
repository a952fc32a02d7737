/** Why a request will be repeated: the server asked to wait, it failed, or it was not reached. */
export type RetryReason = 'askedToWait' | 'serverFailed' | 'notReached';

/** A request that failed and will be repeated. */
export interface Retry {
  /** When it will be repeated, in milliseconds since 1970. */
  at: number;
  reason: RetryReason;
}
