import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { IconHash, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import type { Tenant } from '../../src-shared/tenant.ts';
import type { Source } from '../saved-list/choose-source.ts';
import { ChangesControl } from './changes-control.tsx';
import { filterFor, isFiltered, onlyId, parseFilter } from './filter.ts';
import { FiltersPopover } from './filters-popover.tsx';
import type { FilterControls } from './use-filter.ts';

/** Not within an input method's own composition, where Escape takes back a letter. */
const isEscape = ({ key, nativeEvent }: KeyboardEvent) =>
  key === 'Escape' && !nativeEvent.isComposing;

interface FilterBarProps {
  filter: FilterControls;
  source: Source;
  saved: SavedListStatus | undefined;
  /** On screen; what they have can be filtered by. */
  tenants: readonly Tenant[];
}

/**
 * Search and owner, always in sight, and behind a button what only the saved list can filter by. Enter applies them
 * without waiting, Escape empties the one it is pressed in.
 */
export function FilterBar({ filter, source, saved, tenants }: FilterBarProps) {
  const { t } = useTranslation();
  const { values, change, set, clear, apply } = filter;
  const isSaved = source === 'saved';
  const searchLabel = t(isSaved ? 'screens.filters.search' : 'screens.tenants.filterByName');
  const name = useRef<HTMLInputElement>(null);
  const ownerId = useRef<HTMLInputElement>(null);
  const clearName = () => {
    set({ name: '' });
    // The button goes with the text; who pressed it wants to type another.
    name.current?.focus();
  };
  const clearOwnerId = () => {
    set({ ownerId: '' });
    ownerId.current?.focus();
  };
  const clearable = filterFor(source, parseFilter({ ...values, change: undefined }));
  return (
    <Group
      component="form"
      role="search"
      aria-label={t('screens.tenants.filters')}
      gap="xs"
      // As high as its highest control, which is not there all the time.
      mih={31}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextInput
        ref={name}
        w={260}
        size="xs"
        aria-label={searchLabel}
        placeholder={searchLabel}
        leftSection={<IconSearch size={15} />}
        maxLength={200}
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (isEscape(event)) clearName();
        }}
        rightSection={
          values.name !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('screens.tenants.clearName')}
              onClick={clearName}
            />
          )
        }
      />
      <TextInput
        ref={ownerId}
        w={210}
        size="xs"
        inputMode="numeric"
        aria-label={t('screens.tenants.filterByOwnerId')}
        placeholder={t('screens.tenants.filterByOwnerId')}
        leftSection={<IconHash size={15} />}
        value={values.ownerId}
        onChange={(event) => change({ ownerId: onlyId(event.currentTarget.value) })}
        onKeyDown={(event) => {
          if (isEscape(event)) clearOwnerId();
        }}
        rightSection={
          values.ownerId !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('screens.tenants.clearOwnerId')}
              onClick={clearOwnerId}
            />
          )
        }
      />
      {isSaved && <FiltersPopover filter={filter} tenants={tenants} />}
      {isFiltered(clearable) && (
        <Button size="xs" variant="subtle" color="gray" onClick={clear}>
          {t('screens.tenants.clearFilters')}
        </Button>
      )}
      {isSaved && saved?.state === 'complete' && (
        <ChangesControl
          changes={saved.changes}
          value={values.change}
          onChange={(chosen) => set({ change: chosen })}
        />
      )}
    </Group>
  );
}
