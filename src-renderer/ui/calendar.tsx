import { DatePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './use-language.ts';

interface CalendarProps {
  /** The first and the last day of a range, or a day and `null`. Days are `2026-11-23`, or empty. */
  from: string;
  to: string | null;
  today: string;
  /** The last day that can be chosen. */
  max?: string | undefined;
  onChange: (from: string, to: string) => void;
}

/** A calendar in which a day or a range of days can be chosen, by mouse or keyboard. */
export function Calendar({ from, to, today, max, onChange }: CalendarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shownDay = (to ?? '') || from || today;
  /** A month that the user has turned to, until another day is shown. */
  const [turned, setTurned] = useState({ shownDay, month: shownDay });
  const common = {
    size: 'xs',
    // Mantine's color for days of other months has too little contrast.
    hideOutsideDates: true,
    monthLabelFormat: language === 'vi' ? '[Tháng] MM/YYYY' : 'MMMM YYYY',
    getDayProps: (day: string) =>
      day === today ? { 'aria-current': 'date' as const, style: { fontWeight: 700 } } : {},
    date: turned.shownDay === shownDay ? turned.month : shownDay,
    onDateChange: (month: string) => setTurned({ shownDay, month }),
    ...(max !== undefined && { maxDate: max }),
    ariaLabels: {
      previousMonth: t('screens.days.previousMonth'),
      nextMonth: t('screens.days.nextMonth'),
      previousYear: t('screens.days.previousYear'),
      nextYear: t('screens.days.nextYear'),
      previousDecade: t('screens.days.previousDecade'),
      nextDecade: t('screens.days.nextDecade'),
      monthLevelControl: t('screens.days.chooseMonth'),
      yearLevelControl: t('screens.days.chooseYear'),
    },
  } as const;
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      {to === null ? (
        <DatePicker
          {...common}
          value={from === '' ? null : from}
          onChange={(day) => onChange(day ?? '', '')}
        />
      ) : (
        <DatePicker
          {...common}
          type="range"
          allowSingleDateInRange
          value={to !== '' && from > to ? [null, null] : [from || null, to || null]}
          onChange={([first, last]) => onChange(first ?? '', last ?? '')}
        />
      )}
    </DatesProvider>
  );
}
