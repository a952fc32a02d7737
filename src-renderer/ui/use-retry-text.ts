import { useTranslation } from 'react-i18next';
import type { Retry } from '../../src-shared/retry.ts';
import { useSecondsUntil } from './use-seconds-until.ts';

/** Returns why the app waits to repeat a request, with a countdown; `null` while it does not wait. */
export function useRetryText(retry: Retry | undefined): string | null {
  const { t } = useTranslation();
  const seconds = useSecondsUntil(retry?.at);
  return retry === undefined || seconds === 0
    ? null
    : t(`screens.retries.${retry.reason}`, { seconds });
}
