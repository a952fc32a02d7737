import type { TFunction } from 'i18next';
import { isKnown, knownConnectionMethods, knownStatuses } from '../../src-shared/tenant-fields.ts';
import type { TenantField } from '../../src-shared/tenant.ts';

interface Value {
  field: TenantField;
  value: string | null;
  t: TFunction;
  dateFormat: (text: string) => string;
}

/** One cell's value in words, as on screen; nothing where there is none. What nobody knew is as it came. */
export function valueText({ field, value, t, dateFormat }: Value): string {
  if (value === null) return '';
  switch (field) {
    case 'status':
      return isKnown(knownStatuses, value) ? t(`tenants.statuses.${value}`) : value;
    case 'connectionMethod':
      return isKnown(knownConnectionMethods, value)
        ? t(`tenants.connectionMethods.${value}`)
        : value;
    case 'createdAt':
    case 'updatedAt':
      return dateFormat(value);
    default:
      return value;
  }
}
