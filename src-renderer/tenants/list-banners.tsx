import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import { useNetwork } from '../network/network-context.ts';
import { OfflineNotice } from '../network/offline-notice.tsx';
import { isNetworkError } from '../network/track-network.ts';
import { InterruptedRun } from '../refresh/interrupted-run.tsx';
import { useRefresh, useRefreshError } from '../refresh/use-refresh.ts';
import { ListError } from './list-error.tsx';

/** The banners above the grid: errors, an interrupted refresh, a lost network, and rows that could not be read. */
export function ListBanners({ onSettings }: { onSettings: () => void }) {
  const { t } = useTranslation();
  const { accountKey, source, saved, savedError, rereadSaved, isRefreshing } = useList();
  const { shown, error: pageError, isFetching, refetch } = useList();
  const { isOffline } = useNetwork();
  const refresh = useRefresh(accountKey.accountId);
  const refreshError = useRefreshError(accountKey.accountId);
  const isWorkingOffline = isOffline && source === 'saved';
  const interruptedRun = isRefreshing || isWorkingOffline ? null : (saved?.interruptedRun ?? null);
  // No banner is needed if the interrupted run, the offline notice or the page's error already shows the reason.
  const hasOwnBanner =
    refreshError !== null &&
    interruptedRun === null &&
    !isNetworkError(refreshError.code) &&
    refreshError.code !== pageError?.code;
  const unreadableRows = shown?.page.unreadableRows ?? 0;
  return (
    <>
      {isWorkingOffline && <OfflineNotice />}
      {savedError && (
        <ListError error={savedError} onRetry={rereadSaved} onSettings={onSettings} isBanner />
      )}
      {pageError && shown !== null && (
        <ListError
          error={pageError}
          isRetrying={isFetching}
          onRetry={refetch}
          onSettings={onSettings}
          isBanner
        />
      )}
      {interruptedRun && (
        <InterruptedRun
          key={`${interruptedRun.runId} ${interruptedRun.rows}`}
          run={interruptedRun}
          onResume={() => refresh.start('resume')}
          onSettings={onSettings}
        />
      )}
      {hasOwnBanner && (
        <ListError
          error={refreshError}
          onRetry={() => refresh.start('whole')}
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
