import type { TFunction } from 'i18next';
import { isKnown, knownStatuses } from '../../src-shared/tenant-fields.ts';

/** Similar to the colors of the grid's status labels. */
const colors: Record<(typeof knownStatuses)[number], string> = {
  P: 'var(--overview-enabled)',
  Z: 'var(--overview-new)',
  N: 'var(--overview-disabled)',
};

/** Returns the name of a status: the code itself if the app does not know it. */
export function statusName(t: TFunction, value: string | null): string {
  if (value === null) return t('screens.filters.none');
  return isKnown(knownStatuses, value) ? t(`tenants.statuses.${value}`) : value;
}

/** Returns the color of a status in charts, as a CSS value. Unknown statuses share one; tenants without a status have another. */
export function statusColor(value: string | null): string {
  if (value === null) return 'var(--overview-none)';
  return isKnown(knownStatuses, value) ? colors[value] : 'var(--overview-unknown)';
}
