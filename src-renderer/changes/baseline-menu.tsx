import { Button } from '@mantine/core';
import { IconChevronDown, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namedBaselines } from '../../src-shared/choices.ts';
import { isDay, resolveDay } from '../../src-shared/days.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useToday } from '../ui/use-today.ts';
import { DayPopover } from './day-popover.tsx';
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
  const today = useToday();
  const day = resolveDay(since, today);
  const choices = [
    ...[seen, lastRefresh, lastExport].map((name) => ({
      value: name,
      text: t(`screens.changes.baselines.${name}`),
      unavailable:
        name === lastExport && summary?.wasExported === false
          ? t('screens.changes.notExported')
          : undefined,
    })),
    { value: 'today', text: t('screens.changes.today') },
    ...offeredPeriods.map((period) => ({
      value: period,
      text: t(`screens.filters.${period}`),
    })),
  ];
  return (
    <DayPopover
      label={t('screens.changes.baseline')}
      position="bottom-start"
      target={(toggle) => (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={15} />}
          rightSection={<IconChevronDown size={13} />}
          onClick={toggle}
        >
          {summary === undefined
            ? t('screens.changes.title')
            : from === null
              ? t('screens.changes.notYet')
              : t('screens.changes.since', { when: from })}
        </Button>
      )}
      choices={choices}
      chosen={since}
      onChoose={(value) => filter.set({ since: value })}
      day={{
        label: t('screens.changes.day'),
        hint: t('screens.changes.dayInZone', { zone: clock.label }),
        value: isDay(day) ? day : '',
        max: today,
        onChange: (typed) => filter.set({ since: typed || seen }),
      }}
    />
  );
}
