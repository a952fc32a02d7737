import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AppError } from '../../src-shared/errors.ts';
import type { ExportResult, ExportRequest } from '../../src-shared/export-tenants.ts';
import type { Retry } from '../../src-shared/retry.ts';
import { isSavedKey, recentExportsKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';

export type ExportResultOf<Outcome> = Extract<ExportResult, { outcome: Outcome }>;

export type ExportState =
  /** For a file name from the save dialog, or for earlier exports. */
  | { status: 'waiting' }
  /** `ofRows` is `null` if only the server knows. */
  | { status: 'running'; rows: number; ofRows: number | null; retry?: Retry | undefined }
  | { status: 'saved'; saved: ExportResultOf<'saved'> }
  | { status: 'inUse'; inUse: ExportResultOf<'inUse'> }
  | { status: 'canceled' }
  | { status: 'failed'; error: AppError };

export interface Export {
  key: string;
  request: ExportRequest;
  state: ExportState;
  cancel: () => void;
}

export function isUnfinished({ state }: Export): boolean {
  return state.status === 'waiting' || state.status === 'running';
}

/**
 * Keeps the list of exports: those that wait or run, and those that have ended since the last one was started. The main
 * process runs them one after the other.
 *
 * @param interrupted exports that did not end because the page crashed. They are shown as failed.
 */
export function useExports(interrupted: readonly ExportRequest[]) {
  const call = useCall();
  const client = useQueryClient();
  const [exports, setExports] = useState<readonly Export[]>(() => interrupted.map(toFailed));

  const remove = (key: string) => setExports((before) => before.filter((each) => each.key !== key));

  const run = async (
    request: ExportRequest,
    signal: AbortSignal,
    onProgress: (rows: number, ofRows?: number, retry?: Retry) => void,
  ): Promise<ExportState | null> => {
    try {
      const result = await call('exportTenants', request, { signal, onProgress });
      if (result.outcome === 'saved') {
        // Changes can be compared with this export, in the list of its account and in the list of all accounts.
        void client.invalidateQueries({ predicate: ({ queryKey }) => isSavedKey(queryKey) });
        // *Export again* must repeat this export as soon as the panel shows it as saved.
        await client.invalidateQueries({ queryKey: recentExportsKey(request.accountId) });
      }
      if (result.outcome === 'dismissed') return null;
      return result.outcome === 'saved'
        ? { status: 'saved', saved: result }
        : { status: 'inUse', inUse: result };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === 'canceled' ? { status: 'canceled' } : { status: 'failed', error };
    }
  };

  const start = (request: ExportRequest) => {
    const key = crypto.randomUUID();
    const controller = new AbortController();
    const cancel = () => controller.abort();
    const added: Export = { key, request, state: { status: 'waiting' }, cancel };
    const setState = (state: ExportState) =>
      setExports((before) => before.map((each) => (each.key === key ? { ...each, state } : each)));
    setExports((before) => [...before.filter(isUnfinished), added]);
    void run(request, controller.signal, (rows, ofRows, retry) =>
      setState({ status: 'running', rows, ofRows: ofRows ?? null, retry }),
    ).then((state) => (state === null ? remove(key) : setState(state)));
  };

  return { exports, start, dismiss: remove };
}

function toFailed(request: ExportRequest): Export {
  const error = new AppError({ code: 'page_crashed', message: 'The page crashed' });
  const state = { status: 'failed', error } as const;
  return { key: crypto.randomUUID(), request, state, cancel: () => undefined };
}

export type ExportList = ReturnType<typeof useExports>;
