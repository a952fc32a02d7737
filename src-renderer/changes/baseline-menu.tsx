import { Button, Divider, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namedBaselines } from '../../src-shared/choices.ts';
import { isDay, resolveDay } from '../../src-shared/days.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useToday } from '../ui/use-today.ts';
import type { Changes } from './use-changes.ts';

/** The most common baselines come first. */
const [lastRefresh, seen, lastExport] = namedBaselines;
const offeredPeriods = ['last7Days', 'last30Days', 'last90Days'] as const;

/** A button that says since when changes are shown. It opens a menu of other baselines, and an input for any day. */
export function BaselineMenu({ changes: { summary, from } }: { changes: Changes }) {
  const { t } = useTranslation();
  const clock = useClock();
  const { filter } = useList();
  const { since } = filter.values;
  const [isOpen, setIsOpen] = useState(false);
  const today = useToday();
  const day = resolveDay(since, today);
  const choices = [
    ...[seen, lastRefresh, lastExport].map((name) => ({
      since: name,
      text: t(`screens.changes.baselines.${name}`),
    })),
    { since: 'today', text: t('screens.changes.today') },
    ...offeredPeriods.map((period) => ({
      since: period,
      text: t(`screens.filters.${period}`),
    })),
  ];
  return (
    <Popover
      position="bottom-start"
      width={300}
      shadow="md"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={15} />}
          rightSection={<IconChevronDown size={13} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {summary === undefined
            ? t('screens.changes.title')
            : from === null
              ? t('screens.changes.notYet')
              : t('screens.changes.since', { when: from })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('screens.changes.baseline')}>
        <Stack gap={2}>
          {choices.map((choice) => {
            const isChosen = choice.since === since;
            return (
              <Button
                key={choice.since}
                size="xs"
                variant={isChosen ? 'light' : 'subtle'}
                color={isChosen ? 'accent' : 'gray'}
                fw={400}
                justify="flex-start"
                aria-pressed={isChosen}
                leftSection={<IconCheck size={14} visibility={isChosen ? undefined : 'hidden'} />}
                onClick={() => {
                  filter.set({ since: choice.since });
                  setIsOpen(false);
                }}
              >
                {choice.text}
              </Button>
            );
          })}
        </Stack>
        <Divider my="xs" />
        <TextInput
          type="date"
          size="xs"
          px={4}
          max={today}
          label={t('screens.changes.day')}
          value={isDay(day) ? day : ''}
          onChange={(event) => filter.setTyped({ since: event.currentTarget.value || seen })}
        />
        <Text size="xs" c="dimmed" mt="xs" px={4}>
          {t('screens.changes.dayInZone', { zone: clock.label })}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
