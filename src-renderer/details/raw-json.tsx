import { Group, Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import { indentJson } from './indent-json.ts';
import classes from './raw-json.module.css';

interface RawJsonProps {
  /** What the JSON is. */
  name: string;
  raw: string;
}

/** The JSON of a row as the server sent it, indented. */
export function RawJson({ name, raw }: RawJsonProps) {
  const text = useMemo(() => indentJson(raw), [raw]);
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Title order={3} size="h4">
          {name}
        </Title>
        <CopyButton name={name} value={text} />
      </Group>
      <pre
        className={classes.raw}
        // A tab stop, so that it can be scrolled with the keyboard.
        tabIndex={0}
        role="region"
        aria-label={name}
      >
        {text}
      </pre>
    </Stack>
  );
}
