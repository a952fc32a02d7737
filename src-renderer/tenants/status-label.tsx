import type { TFunction } from 'i18next';
import { isKnown, knownStatuses } from '../../src-shared/tenant-fields.ts';
import classes from './status-label.module.css';

/** A status by its label and color; a code that nobody knew is shown as it came. */
export function StatusLabel({ status, t }: { status: string; t: TFunction }) {
  const known = isKnown(knownStatuses, status);
  return (
    <span className={classes.status} data-status={known ? status : undefined} title={status}>
      {known ? t(`tenants.statuses.${status}`) : status}
    </span>
  );
}
