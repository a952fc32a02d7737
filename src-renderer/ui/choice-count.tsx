import { useTranslation } from 'react-i18next';
import classes from './choice-count.module.css';

/** How many records a choice of a menu matches. */
export function ChoiceCount({ count }: { count: number }) {
  const { t } = useTranslation();
  return <span className={classes.count}>{t('screens.filters.count', { count })}</span>;
}
