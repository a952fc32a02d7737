import type { TFunction } from 'i18next';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { translateConnectionMethod, translateStatus } from './sheets/tenant-columns.ts';

/** Returns a few words that say which part of the list is exported, or an empty string for the whole list. */
export function describeScope(scope: ExportScope, translate: TFunction): string {
  if (scope.kind === 'selectedSaved') return translate('sheet.fileName.selected');
  if (scope.kind !== 'all') return translate(`sheet.fileName.${scope.kind}`);
  if (scope.except !== undefined) return translate('sheet.fileName.selected');
  return listFilterValues(scope.filter, translate);
}

/** Returns the values of a filter. Only dates get a label, because the other values are clear without one. */
function listFilterValues(filter: Filter, translate: TFunction): string {
  const { name, ownerId, statuses, connectionMethods, change } = filter;
  const { createdFrom, createdTo, changedSince, changedTo } = filter;
  const translateValue = (value: string | null, translateText: typeof translateStatus) =>
    value === null ? translate('sheet.none') : translateText(value, translate);
  type Bound = 'createdFrom' | 'createdTo' | 'changedSince' | 'changedTo';
  const describeBound = (bound: Bound, date?: string) =>
    date && `${translate(`sheet.${bound}`)} ${date.slice(0, 10)}`;
  const words = [
    change && translate(`sheet.changes.${change}`),
    name,
    ownerId,
    ...(statuses ?? []).map((value) => translateValue(value, translateStatus)),
    ...(connectionMethods ?? []).map((value) => translateValue(value, translateConnectionMethod)),
    describeBound('createdFrom', createdFrom),
    describeBound('createdTo', createdTo),
    describeBound('changedSince', changedSince),
    describeBound('changedTo', changedTo),
  ];
  return words.filter((word) => word !== undefined).join(' ');
}
