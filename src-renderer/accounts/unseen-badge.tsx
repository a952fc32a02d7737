import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './unseen-badge.module.css';

/** The number of unseen changes; nothing if there are none. */
export function UnseenBadge({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  const meaning = t('screens.changes.unseen', { count });
  return (
    <span className={classes.badge} title={meaning}>
      <span aria-hidden="true">{t('screens.changes.count', { count })}</span>
      <VisuallyHidden>{meaning}</VisuallyHidden>
    </span>
  );
}

/** A dot that says that accounts which are not shown have unseen changes; nothing if they have none. */
export function UnseenElsewhere({ count }: { count: number }) {
  const { t } = useTranslation();
  return count > 0 && <span className={classes.dot} title={t('accounts.unseen', { count })} />;
}
