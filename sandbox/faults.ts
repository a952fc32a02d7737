import type { AwkwardKind } from './awkward.ts';

/**
 * When a fault applies: to `times` requests (all, if absent) once `after` requests (none, if absent)
 * have come. Counting starts when the faults are set.
 */
export interface When {
  times?: number;
  after?: number;
}

/**
 * What may go wrong. Latency comes first; of the faults that replace the answer the first due one in the
 * order below wins, whatever the key or the path. The rest change an ordinary page and can be combined.
 */
export interface Faults {
  /** Waits before anything else is done. */
  latency?: When & { milliseconds: number };

  /** Never answers. */
  hang?: When;
  /** Ends the connection without an answer, or half-way through one. */
  cut?: When & { at: 'before-headers' | 'mid-body' };
  /** 302 to another address: the bearer key must not follow. */
  redirect?: When & { to: string };
  /** 429; `retryAfter` is the header, seconds or an HTTP date. */
  rateLimit?: When & { retryAfter?: number | string };
  /** Any error status, with the API's own error body. */
  status?: When & { status: number };
  /** A gateway's page in place of JSON; 502 unless told. */
  html?: When & { status?: number };
  /** 200 and JSON that breaks off. */
  invalidJson?: When;
  /** Any JSON; 200 unless told. */
  answer?: When & { status?: number; body: unknown };

  /** `next` is the cursor that was sent, so that a trusting walk never ends. */
  repeatCursor?: When;
  /** The last row of the page before comes once more, updated meanwhile. Not with a limit of 1. */
  shiftRows?: When;
  /** `next` and `prev` with every page that has rows: only an empty page shows the end. */
  cursorsAtEnds?: When;
  /** One in `every` tenants (5 unless told) has one of `kinds` (all unless told), always the same one. */
  awkward?: When & { every?: number; kinds?: readonly AwkwardKind[] };
  /** The first row of the page is replaced by `row`, null unless told. */
  unreadableRow?: When & { row?: unknown };
}

/** Gives a fault back if it applies to the request at hand, else undefined. */
export type Due = <Fault extends When>(fault: Fault | undefined) => Fault | undefined;

/**
 * Makes the question "does this fault apply?" for one request.
 * @param requestNumber 1 for the first request since the faults were set
 */
export function dueAt(requestNumber: number): Due {
  return (fault) => {
    if (fault === undefined) return undefined;
    const { after = 0, times = Infinity } = fault;
    return requestNumber > after && requestNumber <= after + times ? fault : undefined;
  };
}
