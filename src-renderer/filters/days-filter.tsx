import { Button, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { firstDayOf, periods } from '../../src-shared/days.ts';
import type { PeriodCounts } from '../../src-shared/facets.ts';
import { useClock } from '../ui/clock-context.ts';
import { useLanguage } from '../ui/use-language.ts';
import { Count } from './count.tsx';
import { daysText } from './days-text.ts';
import { ChipButton, FilterChip } from './filter-chip.tsx';

/** Year 9999, so that the year is typed in four digits. */
const lastDay = '9999-12-31';

interface DaysFilterProps {
  name: string;
  /** How many tenants each period would show. */
  counts: PeriodCounts | undefined;
  /** Days as a date input writes them, or nothing. */
  from: string;
  to: string;
  /** Told of a day as it is typed, and of a period as it is chosen. */
  onType: (days: { from?: string; to?: string }) => void;
  onChoose: (days: { from: string; to: string }) => void;
  onOpen: (isOpen: boolean) => void;
  /** How many tenants match the choice, for the chip. */
  count: ReactNode;
}

/** A chip for a span of days: the usual ones by a click, any other from day to day. */
export function DaysFilter(props: DaysFilterProps) {
  const { name, counts, from, to, onType, onChoose, onOpen, count } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const clock = useClock();
  const [opened, setOpened] = useState(false);
  const toggle = (isOpen: boolean) => {
    setOpened(isOpen);
    onOpen(isOpen);
  };
  const now = new Date();
  const chosen = periods.find((period) => to === '' && firstDayOf(period, now, clock) === from);
  const text =
    chosen === undefined ? daysText(t, language, { from, to }) : t(`screens.filters.${chosen}`);
  return (
    <FilterChip name={name} isSet={text !== null} onClear={() => onChoose({ from: '', to: '' })}>
      <Popover
        position="bottom-start"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
        opened={opened}
        onChange={toggle}
      >
        <Popover.Target>
          <ChipButton name={name} count={count} chosen={text} onClick={() => toggle(!opened)} />
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
                rightSection={counts && <Count value={counts[period]} />}
                onClick={() => onChoose({ from: firstDayOf(period, now, clock), to: '' })}
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
                value={end === 'from' ? from : to}
                onChange={(event) => onType({ [end]: event.currentTarget.value })}
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
