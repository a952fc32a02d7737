import type { TFunction } from 'i18next';
import { isKnown, knownConnectionMethods, knownStatuses } from '../../src-shared/tenant-fields.ts';
import type { RecordField } from '../../src-shared/list-record.ts';

interface Value {
  field: RecordField;
  value: string | null;
  t: TFunction;
  formatDate: (text: string) => string;
}

/** Returns a value as it is shown; an empty text for `null`. */
export function valueText({ field, value, t, formatDate }: Value): string {
  if (value === null) return '';
  switch (field) {
    case 'status':
      return statusText(t, value);
    case 'connectionMethod':
      return connectionMethodText(t, value);
    case 'isFreeCharge':
      return yesNoText(t, value);
    case 'createdAt':
    case 'updatedAt':
      return formatDate(value);
    default:
      return value;
  }
}

/** Returns a truth value in words. Any other value is returned unchanged. */
function yesNoText(t: TFunction, value: string): string {
  return value === 'true' || value === 'false' ? t(`tenants.truth.${value}`) : value;
}

/** Returns the name of a status. A code that the app does not know is returned unchanged. */
export function statusText(t: TFunction, status: string): string {
  return isKnown(knownStatuses, status) ? t(`tenants.statuses.${status}`) : status;
}

/** Returns the name of a connection method. A code that the app does not know is returned unchanged. */
export function connectionMethodText(t: TFunction, method: string): string {
  return isKnown(knownConnectionMethods, method)
    ? t(`tenants.connectionMethods.${method}`)
    : method;
}
