import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './filter-chip.module.css';

interface ChipCountProps {
  /** How many tenants are left. */
  value: number;
  /** It is that of an earlier choice, and stays in its place until the other has come. */
  isStale: boolean;
}

/** How many tenants a chip's choice leaves, together with everything else that is asked. */
export function ChipCount({ value, isStale }: ChipCountProps) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.count} data-stale={isStale || undefined} aria-hidden="true">
        {t('screens.filters.count', { count: value })}
      </span>
      <VisuallyHidden>{t('screens.savedList.tenants', { count: value })}</VisuallyHidden>
    </>
  );
}
