import { Alert, Skeleton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import { useNetwork } from '../network/network-context.ts';
import { isNetworkError } from '../network/track-network.ts';
import { useRefresh, useRefreshError } from '../refresh/use-refresh.ts';
import { lazyPart } from '../texts/lazy-part.tsx';

/** The height of a banner with one line, in pixels. */
const bannerHeight = 52;

/** Most lists have no errors. */
const ListError = lazyPart(async () => (await import('./list-error.tsx')).ListError);

const OfflineNotice = lazyPart(
  async () => (await import('../network/offline-notice.tsx')).OfflineNotice,
);

const InterruptedRun = lazyPart(
  async () => (await import('../refresh/interrupted-run.tsx')).InterruptedRun,
);

const ShrunkList = lazyPart(async () => (await import('../refresh/shrunk-list.tsx')).ShrunkList);

/** The banners above the grid: errors, an interrupted refresh, a lost network, and rows that could not be read. */
export function ListBanners({ onSettings }: { onSettings: () => void }) {
  const { t } = useTranslation();
  const { accountKey, accounts, records, source, saved, savedError, rereadSaved, isRefreshing } =
    useList();
  const { shown, error: pageError, isFetching, refetch } = useList();
  const { isOffline } = useNetwork();
  const refresh = useRefresh(accountKey.accountId);
  const refreshError = useRefreshError(accountKey.accountId);
  const isWorkingOffline = isOffline && source === 'saved';
  const interruptedRun = isRefreshing || isWorkingOffline ? null : (saved?.interruptedRun ?? null);
  const shrunkRun = accounts === null && !isRefreshing ? (saved?.shrunkRun ?? null) : null;
  // No banner is needed if the interrupted run, the offline notice or the page's error already shows the reason.
  const hasOwnBanner =
    refreshError !== null &&
    interruptedRun === null &&
    !isNetworkError(refreshError.code) &&
    (refreshError.code !== 'list_shrank' || shrunkRun === null) &&
    refreshError.code !== pageError?.code;
  // The refresh that failed is the reason why nothing is saved.
  const hasPageBanner =
    pageError !== null && shown !== null && !(hasOwnBanner && pageError.code === 'nothing_saved');
  const unreadableRows = shown?.page.unreadableRows ?? 0;
  return (
    <>
      {isWorkingOffline && (
        <Suspense>
          <OfflineNotice />
        </Suspense>
      )}
      <Suspense>
        {savedError && (
          <ListError error={savedError} onRetry={rereadSaved} onSettings={onSettings} isBanner />
        )}
        {hasPageBanner && (
          <ListError
            error={pageError}
            isRetrying={isFetching}
            onRetry={refetch}
            onSettings={onSettings}
            isBanner
          />
        )}
      </Suspense>
      {interruptedRun && (
        <Suspense fallback={<Skeleton height={bannerHeight} radius={0} />}>
          <InterruptedRun
            key={`${interruptedRun.runId} ${interruptedRun.rows}`}
            {...{ run: interruptedRun, records, error: refreshError }}
            onResume={() => refresh.start('resume', { records })}
            onSettings={onSettings}
          />
        </Suspense>
      )}
      {shrunkRun && saved && (
        <Suspense fallback={null}>
          <ShrunkList
            key={shrunkRun.runId}
            {...{ accountId: accountKey.accountId, records }}
            tenants={saved.tenants}
            run={shrunkRun}
            onDecided={refresh.dismiss}
          />
        </Suspense>
      )}
      {hasOwnBanner && (
        <Suspense>
          <ListError
            error={refreshError}
            onRetry={() => refresh.start('quick', { records })}
            onSettings={onSettings}
            isBanner
            onDismiss={refresh.hideError}
          />
        </Suspense>
      )}
      {unreadableRows > 0 && (
        <Alert color="yellow" radius={0} py="xs" role="status" icon={<IconInfoCircle size={18} />}>
          {t('screens.tenants.unreadableRows', { count: unreadableRows })}
        </Alert>
      )}
    </>
  );
}
