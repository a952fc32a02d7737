import { dayOfBound } from '../../../src-shared/days.ts';
import type { Filter } from '../../../src-shared/list-tenants.ts';
import type { RecordKind } from '../../../src-shared/record-kinds.ts';
import { cellText } from './cell-text.ts';
import { formatDay, toDateText } from './date-cell.ts';
import {
  createCellConverter,
  translateConnectionMethod,
  translateStatus,
  type Localization,
} from './tenant-columns.ts';

/**
 * Returns a filter as text, such as `Search: hoàng; Status: Enabled, Disabled`. The baseline of changes and the moment of
 * an older list have rows of their own in the info sheet.
 *
 * @param records what is filtered.
 */
export function describeFilter(
  filter: Filter,
  localization: Localization,
  records: RecordKind = 'tenants',
): string {
  const { translate } = localization;
  const describeTime = (bound: string | undefined) => bound && describeBound(bound, localization);
  const translateValues = (
    values: readonly (string | null)[] | undefined,
    translateText: typeof translateStatus,
  ) =>
    values
      ?.map((value) => (value === null ? translate('sheet.none') : translateText(value, translate)))
      .join(', ');
  const { changedField, matching } = filter;
  const conditions: [label: string, value: string | undefined][] = [
    [translate('sheet.search'), filter.name],
    [translate('tenants.fields.ownerId'), filter.ownerIds?.join(', ')],
    [
      translate('tenants.fields.network'),
      filter.networks?.map((network) => network ?? translate('sheet.none')).join(', '),
    ],
    [translate('tenants.fields.status'), translateValues(filter.statuses, translateStatus)],
    [
      translate('tenants.fields.connectionMethod'),
      translateValues(filter.connectionMethods, translateConnectionMethod),
    ],
    [
      translate('sheet.matching'),
      matching && translate('sheet.oneOfValues', { count: matching.values.length }),
    ],
    [translate('sheet.createdFrom'), describeTime(filter.createdFrom)],
    [translate('sheet.createdTo'), describeTime(filter.createdTo)],
    [translate('sheet.changedFrom'), describeTime(filter.changedFrom)],
    [translate('sheet.changedTo'), describeTime(filter.changedTo)],
    [
      translate('sheet.annotations'),
      [filter.isStarred && translate('sheet.starred'), filter.hasNote && translate('sheet.noted')]
        .filter(Boolean)
        .join(', ') || undefined,
    ],
    [translate('sheet.tags'), filter.tags?.map((tag) => tag ?? translate('sheet.none')).join(', ')],
    [translate('sheet.change'), filter.change && translate(`sheet.changes.${filter.change}`)],
    [
      translate('sheet.changedField'),
      changedField && describeChangedField(changedField, localization),
    ],
  ];
  const set = conditions.filter(([, value]) => value !== undefined);
  return (
    set.map(([label, value]) => `${label}: ${value}`).join('; ') ||
    translate('sheet.all', { context: records })
  );
}

/** Returns the bound of a period as text: a day if the bound is the beginning or the end of one, else with the time. */
export function describeBound(bound: string, { clock, language }: Localization): string {
  const day = dayOfBound(bound, clock);
  return day === null ? toDateText(bound, clock) : formatDay(day, language);
}

/** Returns a condition on a changed field as text, such as `Status → Disabled`. */
export function describeChangedField(
  { field, after }: NonNullable<Filter['changedField']>,
  localization: Localization,
): string {
  const { translate } = localization;
  const label = translate(`tenants.fields.${field}`);
  if (after === undefined) return label;
  const value = cellText(createCellConverter(localization)(field, after));
  return `${label} → ${value || translate('sheet.none')}`;
}
