import { Button, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface ChoiceButtonProps {
  isChosen: boolean;
  /** How many tenants the choice would show. */
  count?: ReactNode;
  /** Why it cannot be chosen. */
  unavailable?: string | undefined;
  onClick: () => void;
  children: ReactNode;
}

/** One of several choices in a popover, of which one can be chosen. */
export function ChoiceButton(props: ChoiceButtonProps) {
  const { isChosen, count, unavailable, onClick, children } = props;
  return (
    <Button
      size="xs"
      variant={isChosen ? 'light' : 'subtle'}
      color={isChosen ? 'accent' : 'gray'}
      fw={400}
      h="auto"
      mih={30}
      py={4}
      disabled={unavailable !== undefined}
      justify="flex-start"
      styles={{ label: { flex: 1 } }}
      aria-pressed={isChosen}
      leftSection={<IconCheck size={14} visibility={isChosen ? undefined : 'hidden'} />}
      rightSection={count}
      onClick={onClick}
    >
      <Stack gap={0} align="start">
        {children}
        {unavailable !== undefined && <Text size="xs">{unavailable}</Text>}
      </Stack>
    </Button>
  );
}
