import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Selecting } from './use-selection.ts';

interface SelectionSummaryProps {
  selecting: Selecting;
  /** How many match in all; `null` while nobody knows. */
  total: number | null;
}

/** How many tenants are selected, and the ways to all and to none. */
export function SelectionSummary({ selecting, total }: SelectionSummaryProps) {
  const { t } = useTranslation();
  const { count, selectAll, clear } = selecting;
  const hasMore = total !== null && count < total;
  return (
    <Group gap={4} wrap="nowrap" mih={26}>
      <Text size="xs" fw={600} c="var(--mantine-color-text)" role="status">
        {count > 0 && t('grid.selected', { count })}
      </Text>
      {count > 0 && (
        <>
          {hasMore && (
            <Button size="compact-xs" variant="subtle" onClick={selectAll}>
              {t('grid.selectAll', { count: total })}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={clear}>
            {t('grid.clearSelection')}
          </Button>
        </>
      )}
    </Group>
  );
}
