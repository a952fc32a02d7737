import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';
import { filterFor, hasConditions, parseFilter } from '../list/filter-values.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { FilterChips } from './filter-chips.tsx';
import { SearchBox } from './search-box.tsx';

interface FilterBarProps {
  /** Called for the Down key in the search box. */
  onDown: () => void;
  children: ReactNode;
}

/** The search box, a chip for each field that the list can be filtered by, and a button that clears them. */
export function FilterBar({ onDown, children }: FilterBarProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const { source, filter } = useList();
  const { values, set, clear } = filter;
  const isSaved = source === 'saved';
  const isClearable = hasConditions(filterFor(source, parseFilter(values, clock)));
  const showStatus = (status: string) => (isSaved ? () => set({ statuses: [status] }) : null);
  useCommand('clearFilters', isClearable ? clear : null);
  useCommand('showNewlyCreated', showStatus('Z'));
  useCommand('showEnabled', showStatus('P'));
  useCommand('showDisabled', showStatus('N'));
  return (
    <Group
      component="form"
      role="search"
      aria-label={t('screens.tenants.filters')}
      gap={6}
      // The height of the tallest control, which is not always there.
      mih={31}
      onSubmit={(event) => {
        event.preventDefault();
        filter.apply();
      }}
    >
      <SearchBox onDown={onDown} />
      <FilterChips />
      {isClearable && (
        <Button size="xs" variant="subtle" color="gray" onClick={clear}>
          {t('screens.filters.clearAll')}
        </Button>
      )}
      <Group gap={6} ml="auto">
        {children}
      </Group>
    </Group>
  );
}
