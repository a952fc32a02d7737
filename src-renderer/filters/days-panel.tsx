import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ages, periods, resolveDay } from '../../src-shared/days.ts';
import type { PeriodCounts } from '../../src-shared/facets.ts';
import { Calendar } from '../ui/calendar.tsx';
import { useClock } from '../ui/clock-context.ts';
import { DayInput } from '../ui/day-input.tsx';
import { focusFirst } from '../ui/focus-first.ts';
import { useToday } from '../ui/use-today.ts';
import { ChoiceButton } from '../ui/choice-button.tsx';
import { ChoiceCount } from '../ui/choice-count.tsx';
import { isReversed, spanOf, type Days } from './format-days.ts';

interface DaysPanelProps {
  /** How many tenants each period would show. */
  periodCounts: PeriodCounts | undefined;
  /** They can be relative. */
  days: Days;
  onChange: (days: Days) => void;
}

/** Common periods, and two inputs and a calendar for any other range of days. */
export function DaysPanel({ periodCounts, days, onChange }: DaysPanelProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const today = useToday();
  const chosen = spanOf(days);
  const resolved = { from: resolveDay(days.from, today), to: resolveDay(days.to, today) };
  const choose = (days: Days) => () => onChange(days);
  const choices = [
    ...periods.map((span) => ({ span, onClick: choose({ from: span, to: '' }) })),
    ...ages.map((span) => ({ span, onClick: choose({ from: '', to: span }) })),
  ];
  const reversed = isReversed(days, today) ? t('screens.filters.reversed') : undefined;
  return (
    <Group ref={focusFirst} gap="md" align="start" wrap="nowrap">
      <Stack gap={2} w="12rem">
        {choices.map(({ span, onClick }) => (
          <ChoiceButton
            key={span}
            isChosen={span === chosen}
            count={periodCounts && <ChoiceCount count={periodCounts[span]} />}
            onClick={onClick}
          >
            {t(`screens.filters.${span}`)}
          </ChoiceButton>
        ))}
      </Stack>
      <Stack gap="xs" w="13.125rem">
        <DayInput
          label={t('screens.filters.from')}
          value={resolved.from}
          onChange={(from) => onChange({ ...resolved, from })}
        />
        <DayInput
          label={t('screens.filters.to')}
          value={resolved.to}
          error={reversed}
          onChange={(to) => onChange({ ...resolved, to })}
        />
        <Calendar {...resolved} today={today} onChange={(from, to) => onChange({ from, to })} />
        <Text size="xs" c="dimmed">
          {t('screens.filters.daysInZone', { zone: clock.label })}
        </Text>
      </Stack>
    </Group>
  );
}
