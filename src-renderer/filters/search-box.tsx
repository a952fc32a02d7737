import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/commands-context.ts';

interface SearchBoxProps {
  label: string;
  value: string;
  /** For typing. */
  onChange: (value: string) => void;
  /** Told at once, without waiting for a pause in typing. */
  onClear: () => void;
}

/** The one search box. The command *find* goes to it, Escape empties it. */
export function SearchBox({ label, value, onChange, onClear }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });
  const clear = () => {
    onClear();
    // The button goes with the text; who pressed it wants to type another.
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      // It gives way to what is chosen, so that the bar stays one line as long as it can.
      flex="1 1 150px"
      maw={260}
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} />}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={({ key, nativeEvent }) => {
        // Within an input method's own composition Escape takes back a letter.
        if (key === 'Escape' && !nativeEvent.isComposing) clear();
      }}
      rightSection={
        value !== '' && (
          <CloseButton size="xs" aria-label={t('screens.filters.clearSearch')} onClick={clear} />
        )
      }
    />
  );
}
