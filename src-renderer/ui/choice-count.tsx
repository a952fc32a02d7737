import { useTranslation } from 'react-i18next';
import classes from './choice-count.module.css';

/** The number of tenants that a choice of a menu would show. */
export function ChoiceCount({ count }: { count: number }) {
  const { t } = useTranslation();
  return <span className={classes.count}>{t('screens.filters.count', { count })}</span>;
}
