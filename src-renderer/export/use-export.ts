import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../src-shared/errors.ts';
import {
  usualExportOptions,
  type ExportResult,
  type ExportScope,
} from '../../src-shared/export-tenants.ts';
import { useCall } from '../bridge/bridge-context.ts';

export type SavedExport = Extract<ExportResult, { outcome: 'saved' }>;

export type ExportState =
  | { status: 'idle' }
  | { status: 'running'; rows: number }
  | { status: 'saved'; saved: SavedExport }
  | { status: 'canceled' }
  | { status: 'failed'; error: AppError; scope: ExportScope };

/** One export at a time: started, canceled or dismissed, with its state in between. Leaving the screen cancels it. */
export function useExport(accountId: string) {
  const call = useCall();
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run = async (scope: ExportScope): Promise<ExportState> => {
    const { signal } = (controller.current = new AbortController());
    const onProgress = (rows: number) => setState({ status: 'running', rows });
    try {
      const result = await call(
        'exportTenants',
        { accountId, scope, options: usualExportOptions },
        { signal, onProgress },
      );
      if (result.outcome === 'inUse') {
        const { path } = result;
        const error = new AppError({ code: 'file_in_use', message: 'In use', path });
        return { status: 'failed', error, scope };
      }
      return result.outcome === 'saved' ? { status: 'saved', saved: result } : { status: 'idle' };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.code === 'canceled'
        ? { status: 'canceled' }
        : { status: 'failed', error, scope };
    }
  };

  return {
    state,
    start: (scope: ExportScope) => {
      // A double click starts one export, not two of which one could not be canceled.
      if (state.status === 'running') return;
      setState({ status: 'running', rows: 0 });
      void run(scope).then(setState);
    },
    cancel: () => controller.current?.abort(),
    dismiss: () => setState({ status: 'idle' }),
  };
}

export type Exporting = ReturnType<typeof useExport>;
