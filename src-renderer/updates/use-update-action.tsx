import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { SteadyButton } from '../ui/steady-button.tsx';

const calls = {
  download: 'downloadUpdate',
  downloadPage: 'showDownloadPage',
  restart: 'restartToUpdate',
} as const;

type Action = keyof typeof calls;

/** Returns what the user can do about a newer version; `null` if there is nothing to do. */
export function actionOf(status: UpdateStatus): Action | null {
  if (status.kind === 'ready') return 'restart';
  if (status.kind !== 'found') return null;
  return status.canDownload ? 'download' : 'downloadPage';
}

/** Returns the button of an action, or `null` if there is none, and the error of its last click. */
export function useUpdateAction(action: Action | null) {
  const { t } = useTranslation();
  const call = useCall();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (chosen: Action) => call(calls[chosen], {}),
  });
  const button = action && (
    <SteadyButton size="compact-sm" unavailable={isPending} onClick={() => mutate(action)}>
      {t(`updates.${action}`)}
    </SteadyButton>
  );
  return { button, error };
}
