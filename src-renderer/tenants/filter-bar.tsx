import { CloseButton, Group, TextInput } from '@mantine/core';
import { IconHash, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { onlyId } from './filter.ts';
import type { FilterInputs } from './use-filter-text.ts';

/** The two filters. Enter applies them without waiting. */
export function FilterBar({ filter }: { filter: FilterInputs }) {
  const { t } = useTranslation();
  const { text, change, clear, apply } = filter;
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
        w={260}
        size="xs"
        aria-label={t('screens.tenants.filterByName')}
        placeholder={t('screens.tenants.filterByName')}
        leftSection={<IconSearch size={15} />}
        maxLength={200}
        value={text.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        rightSection={
          text.name !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('screens.tenants.clearName')}
              onClick={() => clear({ name: '' })}
            />
          )
        }
      />
      <TextInput
        w={210}
        size="xs"
        inputMode="numeric"
        aria-label={t('screens.tenants.filterByOwnerId')}
        placeholder={t('screens.tenants.filterByOwnerId')}
        leftSection={<IconHash size={15} />}
        value={text.ownerId}
        onChange={(event) => change({ ownerId: onlyId(event.currentTarget.value) })}
        rightSection={
          text.ownerId !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('screens.tenants.clearOwnerId')}
              onClick={() => clear({ ownerId: '' })}
            />
          )
        }
      />
    </Group>
  );
}
