import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import classes from './filter-chip.module.css';
import { useCount } from './use-count.ts';

interface ChipCountProps {
  accountKey: AccountKey;
  /** What the chip alone asks for. */
  filter: Filter;
  /** How many tenants are saved: no chip counts more. */
  saved: number;
  isGrowing: boolean;
}

/** How many saved tenants match a chip's choice, whatever else is asked. */
export function ChipCount({ accountKey, filter, saved, isGrowing }: ChipCountProps) {
  const { t } = useTranslation();
  const {
    data: count = null,
    isPlaceholderData,
    isError,
  } = useCount(accountKey, filter, isGrowing);
  // Whatever went wrong, the list was asked of the same store and says it.
  if (isError) return null;
  const widest = t('screens.filters.count', { count: saved }).length;
  const meaning = count === null ? undefined : t('screens.filters.matchChoice', { count });
  return (
    <>
      <span
        className={classes.count}
        // The bar stays as it is when the count comes, and when it is another one.
        style={{ minWidth: `${widest}ch` }}
        data-stale={isPlaceholderData || undefined}
        title={meaning}
        aria-hidden="true"
      >
        {count !== null && t('screens.filters.count', { count })}
      </span>
      <VisuallyHidden>{meaning}</VisuallyHidden>
    </>
  );
}
