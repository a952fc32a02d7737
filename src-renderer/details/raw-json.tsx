import { Group, Stack, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import { indentJson } from './indent-json.ts';
import classes from './raw-json.module.css';

interface RawJsonProps {
  /** What the JSON is. */
  name: string;
  raw: string;
  /** Shows only the name at first. A click on it shows the JSON. */
  isFoldable?: boolean;
}

/** The JSON of a row as the server sent it, indented. */
export function RawJson({ name, raw, isFoldable = false }: RawJsonProps) {
  const [isOpen, { toggle }] = useDisclosure(!isFoldable);
  const text = useMemo(() => indentJson(raw), [raw]);
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Title order={3} size="h4">
          {isFoldable ? (
            <UnstyledButton className={classes.fold} aria-expanded={isOpen} onClick={toggle}>
              {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
              {name}
            </UnstyledButton>
          ) : (
            name
          )}
        </Title>
        <CopyButton name={name} value={text} />
      </Group>
      {isOpen && (
        <pre
          className={classes.raw}
          // A tab stop, so that it can be scrolled with the keyboard.
          tabIndex={0}
          role="region"
          aria-label={name}
        >
          {text}
        </pre>
      )}
    </Stack>
  );
}
