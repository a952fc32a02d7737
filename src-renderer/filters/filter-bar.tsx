import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseFilter } from '../../src-shared/filter-values.ts';
import { useCommand } from '../commands/commands-context.ts';
import { hasConditions } from '../list/conditions.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { ScrollRow } from '../ui/scroll-row.tsx';
import { useNow } from '../ui/use-now.ts';
import classes from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { ResultCount } from './result-count.tsx';
import { SearchBox } from './search-box.tsx';

/** The room for the chips before the bar wraps. It does not depend on them, so that they never move the list. */
const chipsStyle = { flex: '8 1 12rem' };

interface FilterBarProps {
  /** Called for the Down key in the search box. */
  onDown: () => void;
}

/** The search box, a chip for each field that the list can be filtered by, and a button that clears them. */
export function FilterBar({ onDown }: FilterBarProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const now = new Date(useNow());
  const { source, filter } = useList();
  const { values, set, clear } = filter;
  const isSaved = source === 'saved';
  const isClearable = hasConditions(parseFilter(values, clock, now));
  const showStatus = (status: string) => (isSaved ? () => set({ statuses: [status] }) : null);
  useCommand('clearFilters', isClearable ? clear : null);
  useCommand('showNewlyCreated', showStatus('Z'));
  useCommand('showEnabled', showStatus('P'));
  useCommand('showDisabled', showStatus('N'));
  return (
    <form
      role="search"
      aria-label={t('screens.tenants.filters')}
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault();
        filter.apply();
      }}
    >
      <SearchBox onDown={onDown} />
      <ResultCount />
      <Group gap={6} wrap="nowrap" miw={0} style={chipsStyle}>
        <ScrollRow>
          <FilterChips />
        </ScrollRow>
        {isClearable && (
          <Button size="xs" variant="subtle" color="gray" flex="none" onClick={clear}>
            {t('screens.filters.clearAll')}
          </Button>
        )}
      </Group>
    </form>
  );
}
