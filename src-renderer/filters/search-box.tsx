import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { longestSearch } from '../../src-shared/limits.ts';
import { useCommand } from '../commands/commands-context.ts';
import { useList } from '../list/list-provider.tsx';
import { useMatchText } from '../matching/matching-provider.tsx';

/** The search box. The command *find* focuses it, Escape clears it, and Down leads to the list. */
export function SearchBox({ onDown }: { onDown: () => void }) {
  const { t } = useTranslation();
  const { records, source, filter } = useList();
  const matchText = useMatchText();
  const input = useRef<HTMLInputElement>(null);
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  const clear = () => {
    filter.set({ name: '' });
    // The clear button disappears, so the focus moves to the input.
    input.current?.focus();
  };
  const label =
    source === 'saved'
      ? t('screens.filters.search', { context: records })
      : t('screens.tenants.filterByName');
  return (
    <TextInput
      ref={input}
      flex="1 1 180px"
      maw={260}
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} />}
      maxLength={longestSearch}
      value={filter.values.name}
      onChange={(event) => filter.setTyped({ name: event.currentTarget.value })}
      onPaste={(event) => {
        if (matchText(event.clipboardData.getData('text/plain'))) event.preventDefault();
      }}
      onKeyDown={(event) => {
        // While an input method composes a letter, keys belong to the input method.
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') clear();
        if (event.key !== 'ArrowDown' || event.altKey) return;
        event.preventDefault();
        filter.apply();
        onDown();
      }}
      rightSection={
        filter.values.name !== '' && (
          <CloseButton size="xs" aria-label={t('screens.filters.clearSearch')} onClick={clear} />
        )
      }
    />
  );
}
