import { Group, Stack, Text } from '@mantine/core';
import { ChoiceButton } from '../ui/choice-button.tsx';
import { Calendar } from '../ui/calendar.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { focusFirst } from '../ui/focus-first.ts';
import { useToday } from '../ui/use-today.ts';

export interface DayPanelProps {
  /** `unavailable` says why a choice cannot be chosen. */
  choices: readonly { value: string; text: string; unavailable?: string | undefined }[];
  /** The value of the chosen choice, or any other day. */
  chosen: string;
  onChoose: (value: string) => void;
  /** The input and the calendar for any other day. */
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

/** Common points in time, and an input and a calendar for any other day. */
export function DayPanel({ choices, chosen, onChoose, day }: DayPanelProps) {
  const { label, hint, value, max, onChange } = day;
  const today = useToday();
  return (
    <Group ref={focusFirst} gap="md" align="start" wrap="nowrap">
      <Stack gap={2} w="12rem">
        {choices.map((choice) => (
          <ChoiceButton
            key={choice.value}
            isChosen={choice.value === chosen}
            unavailable={choice.unavailable}
            onClick={() => onChoose(choice.value)}
          >
            {choice.text}
          </ChoiceButton>
        ))}
      </Stack>
      <Stack gap="xs" w="13.125rem">
        <DayInput label={label} value={value} max={max} onChange={onChange} />
        <Calendar from={value} to={null} today={today} max={max} onChange={onChange} />
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      </Stack>
    </Group>
  );
}
