import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { Bridge, RequestOf, ResponseOf } from '../../src-shared/channels.ts';
import type { Result } from '../../src-shared/errors.ts';
import { AppError } from '../../src-shared/errors.ts';

export interface CallOptions {
  /** Cancels the call in the main process, which then answers with the code `canceled`. */
  signal?: AbortSignal;
  /** Told how many rows this call has fetched so far, and of how many where that is known. */
  onProgress?: (rows: number, ofRows: number | undefined) => void;
}

/** The bridge's channels without its events; only so can TypeScript tie a channel's answer to its request. */
type Channels = {
  [Name in ChannelName]: (
    request: RequestOf<Name>,
    requestId: string,
  ) => Promise<Result<ResponseOf<Name>>>;
};

/** Asks the main process over one channel and answers with the value, or throws the AppError that came back. */
export type Call = <Name extends ChannelName>(
  name: Name,
  request: RequestOf<Name>,
  options?: CallOptions,
) => Promise<ResponseOf<Name>>;

/**
 * Makes the one function by which the screens talk to the main process. After an abort it still waits for the
 * answer: only the main process knows when it has cleaned up behind itself.
 */
export function createCall(bridge: Bridge): Call {
  const channels: Channels = bridge;
  return async (name, request, { signal, onProgress } = {}) => {
    if (signal?.aborted) {
      throw new AppError({ code: 'canceled', message: `${name} was canceled before it began` });
    }
    const requestId = crypto.randomUUID();
    const cancel = () => {
      // A request that has just ended can no longer be canceled, and that is as good.
      bridge.cancelRequest({ requestId }).catch(() => undefined);
    };
    const stopListening =
      onProgress &&
      bridge.onProgress((progress) => {
        if (progress.requestId === requestId) onProgress(progress.rows, progress.ofRows);
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
