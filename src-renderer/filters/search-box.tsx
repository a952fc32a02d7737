import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';
import { useList } from '../list/list-provider.tsx';

/** The search box. The command *find* focuses it, and Escape clears it. */
export function SearchBox() {
  const { t } = useTranslation();
  const { source, filter } = useList();
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
  const label = t(source === 'saved' ? 'screens.filters.search' : 'screens.tenants.filterByName');
  return (
    <TextInput
      ref={input}
      flex="1 1 180px"
      maw={260}
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} />}
      maxLength={200}
      value={filter.values.name}
      onChange={(event) => filter.setTyped({ name: event.currentTarget.value })}
      onKeyDown={({ key, nativeEvent }) => {
        // While an input method composes a letter, Escape belongs to the input method.
        if (key === 'Escape' && !nativeEvent.isComposing) clear();
      }}
      rightSection={
        filter.values.name !== '' && (
          <CloseButton size="xs" aria-label={t('screens.filters.clearSearch')} onClick={clear} />
        )
      }
    />
  );
}
