import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Notice } from '../src-shared/channels.ts';
import { AppError } from '../src-shared/errors.ts';
import { useCall } from './bridge/bridge-context.ts';
import { useCommand } from './commands/commands-context.ts';
import type { ShownError } from './ui/error-alert.tsx';

/**
 * Keeps the problems of the app itself: those found at the start, those that the main process reports later, and failed
 * calls that no screen shows.
 */
export function useNotices(initial: readonly Notice[]) {
  const [notices, setNotices] = useState<readonly ShownError[]>(initial);
  const call = useCall();
  const queryClient = useQueryClient();
  const add = (notice: ShownError) =>
    setNotices((before) => [
      ...before.filter(({ code, path }) => code !== notice.code || path !== notice.path),
      notice,
    ]);
  useEffect(
    () =>
      window.bridge.onNotice((notice) => {
        add(notice);
        void queryClient.invalidateQueries();
      }),
    [queryClient],
  );
  const onError = (error: unknown) => add(error instanceof AppError ? error : { code: 'internal' });
  useCommand('showLogs', () => void call('showLogs', {}).catch(onError));
  return {
    notices,
    /** Adds the error of a failed call. */
    onError,
    onDismiss: (dismissed: ShownError) =>
      setNotices((before) => before.filter((each) => each !== dismissed)),
  };
}
