import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './list-label.module.css';

/** Says of which moment in the past the list on screen is. @param when in words. */
export function PastLabel({ when }: { when: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.label} data-past>
      <IconCalendarTime size={14} aria-hidden="true" />
      {t('screens.past.label', { when })}
    </span>
  );
}
