import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { isKnown, knownConnectionMethods, knownStatuses } from '../../src-shared/tenant-fields.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useCommand } from '../commands/commands-context.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { useClock } from '../ui/clock-context.ts';
import { ChangesControl } from './changes-control.tsx';
import { ChipCount } from './chip-count.tsx';
import { DaysFilter } from './days-filter.tsx';
import type { FilterValues } from './filter.ts';
import { filterFor, isFiltered, noFilter, noValue, parseFilter } from './filter.ts';
import { OwnerFilter } from './owner-filter.tsx';
import { SearchBox } from './search-box.tsx';
import { useFacets } from './use-facets.ts';
import type { FilterControls } from './use-filter.ts';
import { useStatusCommands } from './use-status-commands.ts';
import { ValuesFilter } from './values-filter.tsx';

interface FilterBarProps {
  accountKey: AccountKey;
  filter: FilterControls;
  source: Source;
  saved: SavedListStatus | undefined;
  /** The saved list is being filled right now. */
  isGrowing: boolean;
  /** At the end of the bar. */
  children: ReactNode;
}

/** The search box and a chip for each thing one can filter by: of the server's own list, name and owner only. */
export function FilterBar(props: FilterBarProps) {
  const { accountKey, filter, source, saved, isGrowing, children } = props;
  const { t } = useTranslation();
  const clock = useClock();
  const { values, change, set, clear, apply } = filter;
  const { statuses, connectionMethods, ownerId } = values;
  const { createdFrom, createdTo, changedSince, changedTo } = values;
  const isSaved = source === 'saved';
  // Which chip is open does not matter: their counts come together.
  const [isCounted, setIsCounted] = useState(false);
  const facets = useFacets(accountKey, parseFilter(values, clock), isSaved && isCounted);
  const none = t('screens.filters.none');
  const statusLabel = (value: string) =>
    value === noValue
      ? none
      : isKnown(knownStatuses, value)
        ? t(`tenants.statuses.${value}`)
        : value;
  const methodLabel = (value: string) =>
    value === noValue
      ? none
      : isKnown(knownConnectionMethods, value)
        ? t(`tenants.connectionMethods.${value}`)
        : value;
  const clearable = filterFor(source, parseFilter({ ...values, change: undefined }, clock));
  useCommand('clearFilters', isFiltered(clearable) ? clear : null);
  useStatusCommands(isSaved ? (status) => set({ statuses: [status] }) : null);
  const countOf = (own: Partial<FilterValues>) =>
    isSaved && (
      <ChipCount
        accountKey={accountKey}
        filter={parseFilter({ ...noFilter, ...own }, clock)}
        saved={saved?.tenants ?? 0}
        isGrowing={isGrowing}
      />
    );
  return (
    <Group
      component="form"
      role="search"
      aria-label={t('screens.tenants.filters')}
      gap={6}
      // As high as its highest control, which is not there all the time.
      mih={31}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <SearchBox
        label={t(isSaved ? 'screens.filters.search' : 'screens.tenants.filterByName')}
        value={values.name}
        onChange={(name) => change({ name })}
        onClear={() => set({ name: '' })}
      />
      {isSaved && (
        <>
          <ValuesFilter
            name={t('screens.filters.status')}
            values={facets?.statuses}
            chosen={values.statuses}
            label={statusLabel}
            onChange={(statuses) => set({ statuses })}
            onOpen={setIsCounted}
            count={countOf({ statuses })}
          />
          <ValuesFilter
            name={t('screens.filters.method')}
            values={facets?.connectionMethods}
            chosen={values.connectionMethods}
            label={methodLabel}
            onChange={(connectionMethods) => set({ connectionMethods })}
            onOpen={setIsCounted}
            count={countOf({ connectionMethods })}
          />
        </>
      )}
      <OwnerFilter
        owners={isSaved ? facets?.owners : undefined}
        chosen={values.ownerId}
        onChange={(ownerId) => set({ ownerId })}
        onOpen={setIsCounted}
        count={countOf({ ownerId })}
      />
      {isSaved && (
        <>
          <DaysFilter
            name={t('screens.filters.created')}
            counts={facets?.created}
            from={values.createdFrom}
            to={values.createdTo}
            onType={({ from = values.createdFrom, to = values.createdTo }) =>
              change({ createdFrom: from, createdTo: to })
            }
            onChoose={({ from, to }) => set({ createdFrom: from, createdTo: to })}
            onOpen={setIsCounted}
            count={countOf({ createdFrom, createdTo })}
          />
          <DaysFilter
            name={t('screens.filters.changed')}
            counts={facets?.changed}
            from={values.changedSince}
            to={values.changedTo}
            onType={({ from = values.changedSince, to = values.changedTo }) =>
              change({ changedSince: from, changedTo: to })
            }
            onChoose={({ from, to }) => set({ changedSince: from, changedTo: to })}
            onOpen={setIsCounted}
            count={countOf({ changedSince, changedTo })}
          />
        </>
      )}
      {isFiltered(clearable) && (
        <Button size="xs" variant="subtle" color="gray" onClick={clear}>
          {t('screens.filters.clearAll')}
        </Button>
      )}
      <Group gap={6} ml="auto">
        {isSaved && saved?.state === 'complete' && accountKey.accountId !== allAccounts && (
          <ChangesControl
            changes={saved.changes}
            value={values.change}
            onChange={(chosen) => set({ change: chosen })}
          />
        )}
        {children}
      </Group>
    </Group>
  );
}
