import { CloseButton, Group, TextInput } from '@mantine/core';
import { IconHash, IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { onlyId } from './filter.ts';
import type { FilterInputs } from './use-filter-text.ts';

/** Not within an input method's own composition, where Escape takes back a letter. */
const isEscape = ({ key, nativeEvent }: KeyboardEvent) =>
  key === 'Escape' && !nativeEvent.isComposing;

/** The two filters. Enter applies them without waiting, Escape empties the one it is pressed in. */
export function FilterBar({ filter }: { filter: FilterInputs }) {
  const { t } = useTranslation();
  const { text, change, clear, apply } = filter;
  const name = useRef<HTMLInputElement>(null);
  const ownerId = useRef<HTMLInputElement>(null);
  const clearName = () => {
    clear({ name: '' });
    // The button goes with the text; who pressed it wants to type another.
    name.current?.focus();
  };
  const clearOwnerId = () => {
    clear({ ownerId: '' });
    ownerId.current?.focus();
  };
  return (
    <Group
      component="form"
      role="search"
      aria-label={t('screens.tenants.filters')}
      gap="xs"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextInput
        ref={name}
        w={260}
        size="xs"
        aria-label={t('screens.tenants.filterByName')}
        placeholder={t('screens.tenants.filterByName')}
        leftSection={<IconSearch size={15} />}
        maxLength={200}
        value={text.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (isEscape(event)) clearName();
        }}
        rightSection={
          text.name !== '' && (
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
        value={text.ownerId}
        onChange={(event) => change({ ownerId: onlyId(event.currentTarget.value) })}
        onKeyDown={(event) => {
          if (isEscape(event)) clearOwnerId();
        }}
        rightSection={
          text.ownerId !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('screens.tenants.clearOwnerId')}
              onClick={clearOwnerId}
            />
          )
        }
      />
    </Group>
  );
}
