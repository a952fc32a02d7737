import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { OfflineNotice } from '../network/offline-notice.tsx';
import { isNetworkError } from '../network/track-network.ts';
import { InterruptedRun } from '../saved-list/interrupted-run.tsx';
import type { Refreshing } from '../saved-list/use-refresh.ts';
import { ListError } from './list-error.tsx';

interface ListBannersProps {
  /** Why the page did not come. */
  pageError: AppError | null;
  /** What was on screen before is still there; else the error stands in its place. */
  isPageShown: boolean;
  isRetrying: boolean;
  onTryAgain: () => void;
  unreadableRows: number;
  /** The rows are from the saved list while the server is out of reach. */
  isWorkingOffline: boolean;
  saved: SavedListStatus | undefined;
  savedError: AppError | null;
  onReadSavedAgain: () => void;
  refresh: Refreshing;
  onSettings: () => void;
}

/** Everything that has to be said about the list, across the window above its rows. */
export function ListBanners(props: ListBannersProps) {
  const { pageError, isPageShown, isRetrying, unreadableRows, isWorkingOffline } = props;
  const { saved, savedError, refresh, onSettings } = props;
  const { t } = useTranslation();
  const isRefreshing = refresh.state.status === 'running';
  const broken = isRefreshing || isWorkingOffline ? null : (saved?.interruptedRun ?? null);
  const refreshError = refresh.state.status === 'failed' ? refresh.state.error : null;
  // A run that broke off says itself why, and a lost network has its own notice.
  const isRefreshErrorSaid =
    broken !== null ||
    refreshError === null ||
    isNetworkError(refreshError.code) ||
    refreshError.code === pageError?.code;

  return (
    <>
      {isWorkingOffline && <OfflineNotice />}
      {savedError && (
        <ListError
          error={savedError}
          retrying={false}
          onTryAgain={props.onReadSavedAgain}
          onSettings={onSettings}
          isBanner
        />
      )}
      {pageError && isPageShown && (
        <ListError
          error={pageError}
          retrying={isRetrying}
          onTryAgain={props.onTryAgain}
          onSettings={onSettings}
          isBanner
        />
      )}
      {broken && (
        <InterruptedRun
          key={`${broken.runId} ${broken.rows}`}
          run={broken}
          onContinue={() => refresh.start('continue')}
          onSettings={onSettings}
        />
      )}
      {!isRefreshErrorSaid && (
        <ListError
          error={refreshError}
          retrying={false}
          onTryAgain={() => refresh.start('whole')}
          onSettings={onSettings}
          isBanner
        />
      )}
      {unreadableRows > 0 && (
        <Alert color="yellow" radius={0} py="xs" role="status" icon={<IconInfoCircle size={18} />}>
          {t('screens.tenants.unreadableRows', { count: unreadableRows })}
        </Alert>
      )}
    </>
  );
}
