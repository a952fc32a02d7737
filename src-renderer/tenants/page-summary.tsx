import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import { rowRange } from '../list/row-range.ts';
import { useRetryText } from '../ui/use-retry-text.ts';

/** Says which rows are shown. Screen readers announce it for each new page. */
export function PageSummary() {
  const { t } = useTranslation();
  const { records, shown, isFetching, isGrowing, retry } = useList();
  const waiting = useRetryText(retry);
  const range = shown && rowRange(shown);
  return (
    // A number that changes every second is not announced: while the list grows, and until a retry. `display: contents`
    // avoids a gap in the footer while this is empty.
    <div
      role="status"
      aria-live={isGrowing || waiting !== null ? 'off' : 'polite'}
      style={{ display: 'contents' }}
    >
      {shown === null ? (
        isFetching && (
          <Text size="xs" c="dimmed">
            {waiting ?? t('screens.tenants.loading', { context: records })}
          </Text>
        )
      ) : (
        <Text size="xs" fw={500} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {waiting ??
            (range === null || shown.request.pageSize === 'all'
              ? t('screens.tenants.rowCount', { count: range?.to ?? shown.page.tenants.length })
              : t(`screens.tenants.${range.total === null ? 'rowRange' : 'rowRangeOfTotal'}`, {
                  from: range.from,
                  to: range.to,
                  total: range.total ?? 0,
                }))}
        </Text>
      )}
    </div>
  );
}
