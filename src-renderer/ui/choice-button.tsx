import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface ChoiceButtonProps {
  isChosen: boolean;
  /** How many tenants the choice would show. */
  count?: ReactNode;
  onClick: () => void;
  children: ReactNode;
}

/** One of several choices in a popover, of which one can be chosen. */
export function ChoiceButton({ isChosen, count, onClick, children }: ChoiceButtonProps) {
  return (
    <Button
      size="xs"
      variant={isChosen ? 'light' : 'subtle'}
      color={isChosen ? 'accent' : 'gray'}
      fw={400}
      justify="flex-start"
      styles={{ label: { flex: 1 } }}
      aria-pressed={isChosen}
      leftSection={<IconCheck size={14} visibility={isChosen ? undefined : 'hidden'} />}
      rightSection={count}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
