import { useTranslation } from 'react-i18next';
import { hasConditions } from '../list/conditions.ts';
import { useList } from '../list/list-provider.tsx';
import classes from './filter-bar.module.css';

/** How many of the saved tenants the filter finds. The server does not say how many its list has. */
export function ResultCount() {
  const { t } = useTranslation();
  const { records, source, saved, shown } = useList();
  const all = saved?.tenants;
  if (all === undefined) return null;
  const filter = shown?.request.filter ?? {};
  const found = source === 'saved' ? shown?.page.total : undefined;
  // Changes and older lists have other tenants than the list of now.
  const isPart = filter.change === undefined && filter.asOf === undefined && hasConditions(filter);
  const textOf = (count: number) =>
    isPart
      ? t('screens.filters.found', { found: count, count: all, context: records })
      : t('screens.savedList.tenants', { count, context: records });
  return (
    <span className={classes.count}>
      <span aria-hidden="true" className={classes.widest}>
        {t('screens.filters.found', { found: all, count: all, context: records })}
      </span>
      {found !== undefined && <span>{textOf(found)}</span>}
    </span>
  );
}
