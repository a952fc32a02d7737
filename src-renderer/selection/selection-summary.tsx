import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowSelection } from './use-row-selection.ts';

interface SelectionSummaryProps {
  selection: RowSelection;
  /** What can be done with the selected tenants. */
  children: ReactNode;
}

/** The number of selected tenants, with buttons that select all of them or none. */
export function SelectionSummary({ selection, children }: SelectionSummaryProps) {
  const { t } = useTranslation();
  const { count, total, hasMore, missing, selectAll, clear } = selection;
  return (
    <Group gap={4} mih={26}>
      <Text size="xs" fw={600} c="var(--mantine-color-text)" role="status">
        {count > 0 && t('grid.selected', { count })}
      </Text>
      {missing > 0 && (
        <Text size="xs" c="dimmed" role="status">
          {t('grid.noLongerListed', { count: missing })}
        </Text>
      )}
      {count > 0 && children}
      {count + missing > 0 && (
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
