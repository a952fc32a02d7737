import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useList } from '../list/list-provider.tsx';
import classes from './filter-chip.module.css';

interface ChipCountProps {
  /** `undefined` while it is not known. */
  count: number | undefined;
  isStale: boolean;
}

/** The number of saved tenants that match a chip. */
export function ChipCount({ count, isStale }: ChipCountProps) {
  const { t } = useTranslation();
  const { saved } = useList();
  // As wide as the largest possible count, so that the bar does not move when the count changes.
  const widest = t('screens.filters.count', { count: saved?.tenants ?? 0 }).length;
  const meaning = count === undefined ? undefined : t('screens.filters.matchChoice', { count });
  return (
    <>
      <span
        className={classes.count}
        style={{ minWidth: `${widest}ch` }}
        data-stale={isStale || undefined}
        title={meaning}
        aria-hidden="true"
      >
        {count !== undefined && t('screens.filters.count', { count })}
      </span>
      <VisuallyHidden>{meaning}</VisuallyHidden>
    </>
  );
}
