import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import { rowRange } from '../list/row-range.ts';
import { useSecondsUntil } from '../ui/use-seconds-until.ts';

/** Says which rows are shown. Screen readers announce it for each new page. */
export function PageSummary() {
  const { t } = useTranslation();
  const { shown, isFetching, isGrowing, retryAt } = useList();
  const seconds = useSecondsUntil(retryAt);
  const range = shown && rowRange(shown);
  return (
    // A number that changes every second is not announced: while the list grows, and until a retry. `display: contents`
    // avoids a gap in the footer while this is empty.
    <div
      role="status"
      aria-live={isGrowing || seconds > 0 ? 'off' : 'polite'}
      style={{ display: 'contents' }}
    >
      {shown === null ? (
        isFetching && (
          <Text size="xs" c="dimmed">
            {seconds > 0
              ? t('screens.savedList.retrying', { seconds })
              : t('screens.tenants.loading')}
          </Text>
        )
      ) : (
        <Text size="xs" fw={500} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {seconds > 0
            ? t('screens.savedList.retrying', { seconds })
            : range === null || shown.request.pageSize === 'all'
              ? t('screens.tenants.rowCount', { count: range?.to ?? shown.page.tenants.length })
              : t(`screens.tenants.${range.total === null ? 'rowRange' : 'rowRangeOfTotal'}`, {
                  from: range.from,
                  to: range.to,
                  total: range.total ?? 0,
                })}
        </Text>
      )}
    </div>
  );
}
