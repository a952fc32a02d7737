import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayAt } from '../../src-shared/days.ts';
import { useList } from '../list/list-provider.tsx';
import { useClock } from '../ui/clock-context.ts';
import { useNow } from '../ui/use-now.ts';
import { DayPopover } from './day-popover.tsx';

const dayLength = 24 * 60 * 60_000;
const offeredDays = [1, 7, 30, 90];

/** A button that shows the list as it was on a day: one of some common days, or any other. */
export function AsOfControl() {
  const { t } = useTranslation();
  const clock = useClock();
  const now = useNow();
  const { source, saved, filter } = useList();
  if (source !== 'saved' || saved === undefined || saved.accounts.complete === 0) return null;
  const dayBefore = (days: number) => dayAt(new Date(now - days * dayLength), clock);
  const { asOf } = filter.values;
  const show = (day: string) =>
    filter.set({ asOf: day, change: undefined, changedField: undefined });
  return (
    <DayPopover
      label={t('screens.past.show')}
      position="bottom-end"
      width={260}
      target={(isOpen, toggle) => (
        <Tooltip label={t('screens.past.show')} disabled={isOpen}>
          <ActionIcon
            size={30}
            variant={asOf === '' ? 'default' : 'light'}
            aria-label={t('screens.past.show')}
            aria-pressed={asOf !== ''}
            onClick={toggle}
          >
            <IconCalendarTime size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      choices={offeredDays.map((days) => ({
        value: dayBefore(days),
        text: days === 1 ? t('screens.past.yesterday') : t('screens.past.daysAgo', { count: days }),
      }))}
      chosen={asOf}
      onChoose={show}
      day={{
        label: t('screens.past.day'),
        hint: t('screens.past.hint', { zone: clock.label }),
        value: asOf,
        max: dayBefore(1),
        onChange: show,
      }}
    />
  );
}
