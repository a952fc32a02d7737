import type { AwkwardKind } from './awkward.ts';

/**
 * When a fault applies: it skips the first `after` requests (default 0) and then affects `times` requests (default all).
 * Counting starts when the faults are set.
 */
export interface When {
  times?: number;
  after?: number;
}

/**
 * The faults of one call to simulate. Latency comes first. If several faults that replace the response are due, the first
 * in the order below wins, regardless of key and path. The others change a normal page and can be combined.
 */
export interface Faults {
  /** Waits before anything else. */
  latency?: When & { milliseconds: number };

  /** Never responds. */
  hang?: When;
  /** Closes the connection before or in the middle of the response. */
  cut?: When & { at: 'before-headers' | 'mid-body' };
  /** 302 to another address, which must not receive the bearer key. */
  redirect?: When & { to: string };
  /** 429. `retryAfter` is the header: seconds or an HTTP date. */
  rateLimit?: When & { retryAfter?: number | string };
  /** An error status with the API's error body. */
  status?: When & { status: number };
  /** An HTML page of a gateway; default status 502. */
  html?: When & { status?: number };
  /** 200 with truncated JSON. */
  invalidJson?: When;
  /** Any JSON; default status 200. */
  answer?: When & { status?: number; body: unknown };

  /** `next` is the cursor of the request, so a client that trusts it never stops. */
  repeatCursor?: When;
  /** The last row of the previous page is repeated with a newer update time. Not with a limit of 1. */
  shiftRows?: When;
  /** Every page with rows has `next` and `prev`, so only an empty page shows the end. */
  cursorsAtEnds?: When;
  /** One in `every` rows (default 5) has one of `kinds` (default all), always the same one. */
  awkward?: When & { every?: number; kinds?: readonly AwkwardKind[] };
  /** Replaces the first row of the page by `row` (default null). */
  unreadableRow?: When & { row?: unknown };
}

/** Returns a fault if it applies to the current request, otherwise `undefined`. */
export type Due = <Fault extends When>(fault: Fault | undefined) => Fault | undefined;

/**
 * Creates the `Due` function of one request.
 *
 * @param requestNumber 1 for the first request since the faults were set.
 */
export function dueAt(requestNumber: number): Due {
  return (fault) => {
    if (fault === undefined) return undefined;
    const { after = 0, times = Infinity } = fault;
    return requestNumber > after && requestNumber <= after + times ? fault : undefined;
  };
}
