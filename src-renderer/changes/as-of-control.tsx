import {
  ActionIcon,
  Button,
  Divider,
  Popover,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconCalendarTime, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pastDays, resolveDay } from '../../src-shared/days.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useToday } from '../ui/use-today.ts';

const countOf = { '7DaysAgo': 7, '30DaysAgo': 30, '90DaysAgo': 90 };

/** A button that shows the list as it was on a day: one of some common days, or any other. */
export function AsOfControl() {
  const { t } = useTranslation();
  const clock = useClock();
  const today = useToday();
  const { source, saved, filter } = useList();
  const [isOpen, setIsOpen] = useState(false);
  if (source !== 'saved' || saved === undefined || saved.accounts.complete === 0) return null;
  const { asOf } = filter.values;
  const show = (day: string) =>
    filter.set({ asOf: day, change: undefined, changedField: undefined });
  return (
    <Popover
      position="bottom-end"
      width={260}
      shadow="md"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>
        <Tooltip label={t('screens.past.show')} disabled={isOpen}>
          <ActionIcon
            size={30}
            variant={asOf === '' ? 'default' : 'light'}
            aria-label={t('screens.past.show')}
            aria-pressed={asOf !== ''}
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconCalendarTime size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('screens.past.show')}>
        <Stack gap={2}>
          {pastDays.map((day) => {
            const isChosen = asOf === day;
            return (
              <Button
                key={day}
                size="xs"
                variant={isChosen ? 'light' : 'subtle'}
                color={isChosen ? 'accent' : 'gray'}
                fw={400}
                justify="flex-start"
                aria-pressed={isChosen}
                leftSection={<IconCheck size={14} visibility={isChosen ? undefined : 'hidden'} />}
                onClick={() => {
                  show(day);
                  setIsOpen(false);
                }}
              >
                {day === 'yesterday'
                  ? t('screens.past.yesterday')
                  : t('screens.past.daysAgo', { count: countOf[day] })}
              </Button>
            );
          })}
        </Stack>
        <Divider my="xs" />
        <TextInput
          type="date"
          size="xs"
          px={4}
          max={resolveDay('yesterday', today)}
          label={t('screens.past.day')}
          value={resolveDay(asOf, today)}
          onChange={(event) => show(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed" mt="xs" px={4}>
          {t('screens.past.hint', { zone: clock.label })}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
