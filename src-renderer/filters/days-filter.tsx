import { Button, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { periods, resolveDay } from '../../src-shared/days.ts';
import type { PeriodCounts } from '../../src-shared/facets.ts';
import { useClock } from '../ui/clock-context.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useToday } from '../ui/use-today.ts';
import { ChoiceCount } from './choice-count.tsx';
import { ChipButton, FilterChip } from './filter-chip.tsx';
import { formatDays, type Days } from './format-days.ts';

/** The last allowed day. It makes date inputs accept only four digits for the year. */
const lastDay = '9999-12-31';

interface DaysFilterProps {
  name: string;
  /** How many tenants each period would show. */
  periodCounts: PeriodCounts | undefined;
  /** They can be relative. */
  days: Days;
  /** Called while the user is typing a day. */
  onType: (days: Days) => void;
  /** Called when the user chooses a period, or clears the days. */
  onChoose: (days: Days) => void;
  onOpen: (isOpen: boolean) => void;
  /** The number of tenants that match the days. */
  count: ReactNode;
}

/** A chip for a range of days. It offers common periods, and inputs for any other range. */
export function DaysFilter(props: DaysFilterProps) {
  const { name, periodCounts, days, onType, onChoose, onOpen, count } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const clock = useClock();
  const [isOpen, setIsOpen] = useState(false);
  const open = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen);
    onOpen(willBeOpen);
  };
  const today = useToday();
  const chosen = periods.find((period) => days.from === period && days.to === '');
  const resolved = { from: resolveDay(days.from, today), to: resolveDay(days.to, today) };
  const text =
    chosen === undefined ? formatDays(t, language, resolved) : t(`screens.filters.${chosen}`);
  return (
    <FilterChip name={name} isSet={text !== null} onClear={() => onChoose({ from: '', to: '' })}>
      <Popover
        position="bottom-start"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
        opened={isOpen}
        onChange={open}
      >
        <Popover.Target>
          <ChipButton name={name} count={count} chosen={text} onClick={() => open(!isOpen)} />
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <Stack gap={2}>
            {periods.map((period) => (
              <Button
                key={period}
                size="xs"
                variant={period === chosen ? 'light' : 'subtle'}
                color={period === chosen ? 'accent' : 'gray'}
                fw={400}
                justify="flex-start"
                styles={{ label: { flex: 1 } }}
                aria-pressed={period === chosen}
                leftSection={
                  <IconCheck size={14} visibility={period === chosen ? undefined : 'hidden'} />
                }
                rightSection={periodCounts && <ChoiceCount count={periodCounts[period]} />}
                onClick={() => onChoose({ from: period, to: '' })}
              >
                {t(`screens.filters.${period}`)}
              </Button>
            ))}
          </Stack>
          <Divider my="xs" />
          <Group gap="xs" wrap="nowrap" px={4}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                size="xs"
                flex={1}
                max={lastDay}
                label={t(`screens.filters.${end}`)}
                value={resolved[end]}
                onChange={(event) => onType({ ...resolved, [end]: event.currentTarget.value })}
              />
            ))}
          </Group>
          <Text size="xs" c="dimmed" mt="xs" px={4}>
            {t('screens.filters.daysInZone', { zone: clock.label })}
          </Text>
        </Popover.Dropdown>
      </Popover>
    </FilterChip>
  );
}
