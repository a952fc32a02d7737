import { Button, Divider, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface DayPopoverProps {
  /** The name of the popover. */
  label: string;
  position: 'bottom-start' | 'bottom-end';
  width: number;
  /** Returns the button that opens and closes the popover. */
  target: (isOpen: boolean, toggle: () => void) => ReactNode;
  choices: readonly { value: string; text: string }[];
  /** The value of the chosen choice, or any other day. */
  chosen: string;
  onChoose: (value: string) => void;
  /** The input for any other day. */
  day: {
    label: string;
    /** Says which time zone the day is in. */
    hint: string;
    /** A day, or an empty text. */
    value: string;
    max: string;
    onChange: (day: string) => void;
  };
}

/** A button that opens a popover with common points in time, and an input for any day. */
export function DayPopover(props: DayPopoverProps) {
  const { label, position, width, target, choices, chosen, onChoose, day } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      position={position}
      width={width}
      shadow="md"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>{target(isOpen, () => setIsOpen(!isOpen))}</Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Stack gap={2}>
          {choices.map(({ value, text }) => {
            const isChosen = value === chosen;
            return (
              <Button
                key={value}
                size="xs"
                variant={isChosen ? 'light' : 'subtle'}
                color={isChosen ? 'accent' : 'gray'}
                fw={400}
                justify="flex-start"
                aria-pressed={isChosen}
                leftSection={<IconCheck size={14} visibility={isChosen ? undefined : 'hidden'} />}
                onClick={() => {
                  onChoose(value);
                  setIsOpen(false);
                }}
              >
                {text}
              </Button>
            );
          })}
        </Stack>
        <Divider my="xs" />
        <TextInput
          type="date"
          size="xs"
          px={4}
          max={day.max}
          label={day.label}
          value={day.value}
          onChange={(event) => day.onChange(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed" mt="xs" px={4}>
          {day.hint}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
