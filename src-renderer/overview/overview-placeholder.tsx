import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './overview-panel.module.css';
import { overviewId } from './overview-toggle.tsx';

/** Has the place of the overview until its code is loaded, so that the grid does not move. */
export function OverviewPlaceholder() {
  const { t } = useTranslation();
  return (
    <section id={overviewId} className={classes.panel} aria-label={t('screens.overview.title')}>
      <div className={classes.bar} />
      <OverviewSkeleton />
    </section>
  );
}

export function OverviewSkeleton() {
  return (
    <div className={classes.parts}>
      <Skeleton height="100%" />
      <Skeleton height="100%" />
      <Skeleton height="100%" />
    </div>
  );
}
