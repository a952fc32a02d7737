import type { TFunction } from 'i18next';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { connectionMethodText, statusText } from './tenant-columns.ts';

/** What of the list an export holds, in few words for its file's name; empty for the whole list. */
export function scopeWords(scope: ExportScope, translate: TFunction): string {
  if (scope.kind !== 'all') return translate(`sheet.fileName.${scope.kind}`);
  if (scope.except !== undefined) return translate('sheet.fileName.selected');
  return filterWords(scope.filter, translate);
}

/** The values alone, where they speak for themselves. */
function filterWords(filter: Filter, translate: TFunction): string {
  const { name, ownerId, statuses, connectionMethods, change } = filter;
  const { createdFrom, createdTo, changedSince, changedTo } = filter;
  const valueOrNone = (value: string | null, text: typeof statusText) =>
    value === null ? translate('sheet.none') : text(value, translate);
  type Bound = 'createdFrom' | 'createdTo' | 'changedSince' | 'changedTo';
  const since = (label: Bound, moment?: string) =>
    moment && `${translate(`sheet.${label}`)} ${moment.slice(0, 10)}`;
  const words = [
    change && translate(`sheet.changes.${change}`),
    name,
    ownerId,
    ...(statuses ?? []).map((value) => valueOrNone(value, statusText)),
    ...(connectionMethods ?? []).map((value) => valueOrNone(value, connectionMethodText)),
    since('createdFrom', createdFrom),
    since('createdTo', createdTo),
    since('changedSince', changedSince),
    since('changedTo', changedTo),
  ];
  return words.filter((word) => word !== undefined).join(' ');
}
