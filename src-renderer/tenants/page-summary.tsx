import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeZone } from '../../src-shared/time-zone.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import type { ShownPage } from './list-state.ts';
import type { RowRange } from './row-range.ts';

interface PageSummaryProps {
  shown: ShownPage | null;
  range: RowRange | null;
  isLoading: boolean;
}

/** Which rows these are and how old they are; read aloud whenever a page has come. */
export function PageSummary({ shown, range, isLoading }: PageSummaryProps) {
  const { t } = useTranslation();
  const dateFormat = useDateFormat();
  return (
    <Group gap="md" role="status" wrap="nowrap">
      {shown === null ? (
        isLoading && (
          <Text size="xs" c="dimmed">
            {t('screens.tenants.loading')}
          </Text>
        )
      ) : (
        <>
          <Text size="xs" fw={500} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {range === null
              ? t('screens.tenants.rowCount', { count: shown.page.tenants.length })
              : t(`screens.tenants.${range.total === null ? 'rowRange' : 'rowRangeOfTotal'}`, {
                  from: range.from,
                  to: range.to,
                  total: range.total ?? 0,
                })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('screens.tenants.fetchedAt', {
              time: `${dateFormat(shown.page.fetchedAt)} (${timeZone.label})`,
            })}
          </Text>
        </>
      )}
    </Group>
  );
}
