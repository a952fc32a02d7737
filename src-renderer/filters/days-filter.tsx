import { Popover, Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeriodCounts } from '../../src-shared/facets.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { useLanguage } from '../ui/use-language.ts';
import { useToday } from '../ui/use-today.ts';
import { FilterPopover } from '../ui/filter-popover.tsx';
import { formatDays, type Days } from './format-days.ts';

/** Loaded when it is first opened, with the calendar. */
const DaysPanel = lazyPart(async () => (await import('./days-panel.tsx')).DaysPanel);

interface DaysFilterProps {
  name: string;
  /** The source supports this filter. */
  isAvailable: boolean;
  /** How many tenants each period would show. */
  periodCounts: PeriodCounts | undefined;
  /** They can be relative. */
  days: Days;
  onChange: (days: Days) => void;
  onOpen: (isOpen: boolean) => void;
}

/** A chip for a range of days. It opens a panel with common periods and a calendar. */
export function DaysFilter(props: DaysFilterProps) {
  const { name, isAvailable, periodCounts, days, onChange, onOpen } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  return (
    <FilterPopover
      name={name}
      isAvailable={isAvailable}
      chosen={formatDays(t, language, days, today)}
      onClear={() => onChange({ from: '', to: '' })}
      onOpen={onOpen}
    >
      <Popover.Dropdown p="xs">
        <Suspense fallback={<Skeleton width="26.5rem" height="25rem" />}>
          <DaysPanel periodCounts={periodCounts} days={days} onChange={onChange} />
        </Suspense>
      </Popover.Dropdown>
    </FilterPopover>
  );
}
