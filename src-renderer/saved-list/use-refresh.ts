import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../src-shared/errors.ts';
import type { RefreshRequest } from '../../src-shared/saved-list.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { savedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';

export type RefreshState =
  | { status: 'idle' }
  | { status: 'running'; rows: number; ofRows: number | undefined }
  | { status: 'done' }
  /** What was read so far is kept, and can be gone on with. */
  | { status: 'canceled' }
  | { status: 'failed'; error: AppError };

type Asked = Pick<RefreshRequest, 'mode' | 'filter'>;

/** One refresh of the saved list at a time. Whatever its end, what is saved is read again. Leaving cancels it. */
export function useRefresh(key: AccountKey) {
  const call = useCall();
  const queryClient = useQueryClient();
  const [state, setState] = useState<RefreshState>({ status: 'idle' });
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const { accountId } = key;

  const run = async (asked: Asked, signal: AbortSignal): Promise<RefreshState> => {
    const onProgress = (rows: number, ofRows: number | undefined) =>
      setState({ status: 'running', rows, ofRows });
    try {
      await call('refreshList', { accountId, ...asked }, { signal, onProgress });
      return { status: 'done' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === 'canceled' ? { status: 'canceled' } : { status: 'failed', error };
    } finally {
      controller.current = null;
      await queryClient.invalidateQueries({ queryKey: savedKey(key) });
    }
  };

  return {
    state,
    /** With a filter, only those rows are read again, and no other is removed. */
    start: (mode: Asked['mode'], filter: Asked['filter'] = {}) => {
      if (controller.current !== null) return;
      controller.current = new AbortController();
      setState({ status: 'running', rows: 0, ofRows: undefined });
      void run({ mode, filter }, controller.current.signal).then(setState);
    },
    cancel: () => controller.current?.abort(),
    dismiss: () => setState({ status: 'idle' }),
  };
}

export type Refreshing = ReturnType<typeof useRefresh>;
