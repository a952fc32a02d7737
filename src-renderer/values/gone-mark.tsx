import { IconPhoneOff } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import classes from './gone-mark.module.css';

/** Marks a tenant that is no longer on the server. */
export function GoneMark({ t }: { t: TFunction }) {
  const meaning = t('screens.changes.what.gone');
  return (
    <span role="img" aria-label={meaning} title={meaning} className={classes.mark}>
      <IconPhoneOff size={14} aria-hidden="true" />
    </span>
  );
}
