import { ActionIcon } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { daysAgo, pastDays, resolveDay } from '../../src-shared/days.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useToday } from '../ui/use-today.ts';
import { DayPopover } from './day-popover.tsx';

/** A button that shows the list as it was on a day: one of some common days, or any other. */
export function AsOfControl() {
  const { t } = useTranslation();
  const clock = useClock();
  const today = useToday();
  const { source, saved, filter } = useList();
  if (source !== 'saved' || saved === undefined || saved.accounts.complete === 0) return null;
  const { asOf } = filter.values;
  const show = (day: string) =>
    filter.set({ asOf: day, change: undefined, changedField: undefined });
  return (
    <DayPopover
      label={t('screens.past.show')}
      position="bottom-end"
      target={(toggle) => (
        <ActionIcon
          data-hint={t('screens.past.show')}
          size={30}
          variant={asOf === '' ? 'default' : 'light'}
          aria-label={t('screens.past.show')}
          aria-pressed={asOf !== ''}
          onClick={toggle}
        >
          <IconCalendarTime size={16} />
        </ActionIcon>
      )}
      choices={pastDays.map((day) => ({
        value: day,
        text:
          day === 'yesterday'
            ? t('screens.past.yesterday')
            : t('screens.past.daysAgo', { count: daysAgo(day) }),
      }))}
      chosen={asOf}
      onChoose={show}
      day={{
        label: t('screens.past.day'),
        hint: t('screens.past.hint', { zone: clock.label }),
        value: resolveDay(asOf, today),
        max: resolveDay('yesterday', today),
        onChange: show,
      }}
    />
  );
}
