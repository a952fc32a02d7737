import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { Bridge } from '../../src-shared/bridge.ts';
import type { RequestOf, ResponseOf } from '../../src-shared/channels.ts';
import type { Result } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';

export interface CallOptions {
  /** Cancels the call in the main process. The call then fails with the code `canceled`. */
  signal?: AbortSignal;
  /**
   * Called with the number of rows fetched so far, with their total number if it is known, and while the app waits to
   * repeat a request with that retry.
   */
  onProgress?: (rows: number, ofRows: number | undefined, retry?: Retry) => void;
}

/** The channels of the bridge without its events. Only with this type can TypeScript match responses to requests. */
type Channels = {
  [Name in ChannelName]: (
    request: RequestOf<Name>,
    requestId: string,
  ) => Promise<Result<ResponseOf<Name>>>;
};

/** Calls the main process over a channel and returns its answer. @throws AppError */
export type Call = <Name extends ChannelName>(
  name: Name,
  request: RequestOf<Name>,
  options?: CallOptions,
) => Promise<ResponseOf<Name>>;

/**
 * Creates the function that calls the main process. After an abort the call still waits for the answer, because only
 * the main process knows when its cleanup is done.
 */
export function createCall(bridge: Bridge): Call {
  const channels: Channels = bridge;
  return async (name, request, { signal, onProgress } = {}) => {
    if (signal?.aborted) {
      throw new AppError({ code: 'canceled', message: `${name} was canceled before it started` });
    }
    const requestId = crypto.randomUUID();
    const cancel = () => {
      // Ignore the error: canceling fails only if the request has just ended.
      bridge.cancelRequest({ requestId }).catch(() => undefined);
    };
    const stopListening =
      onProgress &&
      bridge.onProgress((progress) => {
        if (progress.requestId !== requestId) return;
        onProgress(progress.rows, progress.ofRows, progress.retry);
      });
    signal?.addEventListener('abort', cancel);
    try {
      const result = await channels[name](request, requestId);
      if (result.ok) return result.value;
      throw new AppError(result.error);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError({ code: 'internal', message: String(error) }, { cause: error });
    } finally {
      signal?.removeEventListener('abort', cancel);
      stopListening?.();
    }
  };
}
