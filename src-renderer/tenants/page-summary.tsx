import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownPage } from './list-state.ts';
import type { RowRange } from './row-range.ts';

interface PageSummaryProps {
  shown: ShownPage | null;
  range: RowRange | null;
  isLoading: boolean;
  /** The list is being filled right now: its count changes every second, which nobody wants to hear. */
  isGrowing: boolean;
}

/** Which rows these are; read aloud whenever a page has come. */
export function PageSummary({ shown, range, isLoading, isGrowing }: PageSummaryProps) {
  const { t } = useTranslation();
  return (
    // Without a box of its own, or there would be a gap before the next part while it is empty.
    <div role="status" aria-live={isGrowing ? 'off' : 'polite'} style={{ display: 'contents' }}>
      {shown === null ? (
        isLoading && (
          <Text size="xs" c="dimmed">
            {t('screens.tenants.loading')}
          </Text>
        )
      ) : (
        <Text size="xs" fw={500} style={{ fontVariantNumeric: 'tabular-nums' }}>
          {range === null || shown.asked.pageSize === 'all'
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
