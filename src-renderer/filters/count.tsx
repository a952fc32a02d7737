import { useTranslation } from 'react-i18next';
import classes from './filter-menu.module.css';

/** How many tenants a choice would show. */
export function Count({ value }: { value: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.count} data-none={value === 0 || undefined}>
      {t('screens.filters.count', { count: value })}
    </span>
  );
}
