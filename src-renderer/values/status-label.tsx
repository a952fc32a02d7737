import type { TFunction } from 'i18next';
import { isKnown, knownStatuses } from '../../src-shared/tenant-fields.ts';
import classes from './status-label.module.css';
import { statusText } from './value-text.ts';

/** A status as a colored label. A status code that the app does not know is shown unchanged. */
export function StatusLabel({ status, t }: { status: string; t: TFunction }) {
  return (
    <span
      className={classes.status}
      data-status={isKnown(knownStatuses, status) ? status : undefined}
      title={status}
    >
      {statusText(t, status)}
    </span>
  );
}
