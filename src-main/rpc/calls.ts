import type { Retry } from '../../src-shared/retry.ts';

/**
 * Reports how many rows were read so far and, if known, how many there will be.
 *
 * @param retry passed while the call waits to repeat a request.
 */
export type OnProgress = (rows: number, ofRows?: number, retry?: Retry) => void;

/** What a handler receives besides the request. */
export interface CallContext {
  /** Aborted when the caller cancels the call, when the caller is gone, and when the app quits. */
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** What a caller can pass besides the request. */
export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** The calls that one side answers: the name of each call with its request and its response. */
export type CallMap<Calls> = Record<keyof Calls, { request: unknown; response: unknown }>;

/** One handler for each call. */
export type HandlersOf<Calls extends CallMap<Calls>> = {
  [Name in keyof Calls]: (
    request: Calls[Name]['request'],
    context: CallContext,
  ) => Calls[Name]['response'] | Promise<Calls[Name]['response']>;
};
