import { dayAt } from '../../src-shared/days.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { describeChangedField } from './sheets/describe-filter.ts';
import {
  translateConnectionMethod,
  translateStatus,
  type Localization,
} from './sheets/tenant-columns.ts';

/**
 * Returns a few words that say which part of the list is exported, or an empty string for the whole list.
 *
 * @param comparedFrom when the older list of a comparison was complete, RFC 3339; `null` if nothing is compared.
 */
export function describeScope(
  scope: ExportScope,
  localization: Localization,
  comparedFrom: string | null,
): string {
  const { translate } = localization;
  switch (scope.kind) {
    case 'page':
    case 'selected':
      return translate(`sheet.fileName.${scope.kind}`);
    case 'selectedSaved':
      return describeSelection(scope.filter, localization, comparedFrom);
    case 'changes': {
      const { change = 'any' } = scope.filter;
      return listFilterValues({ ...scope.filter, change }, localization, comparedFrom);
    }
    case 'overview': {
      const values = listFilterValues(scope.filter, localization, null);
      return [translate('sheet.fileName.overview'), values].join(' ');
    }
    case 'all':
      return scope.except === undefined
        ? listFilterValues(scope.filter, localization, comparedFrom)
        : describeSelection(scope.filter, localization, comparedFrom);
  }
}

/** Of the filter, only says whether it shows changes or an older list. The user has chosen the rows. */
function describeSelection(
  { change, asOf }: Filter,
  localization: Localization,
  comparedFrom: string | null,
): string {
  const list = listFilterValues({ change, asOf }, localization, comparedFrom);
  return [localization.translate('sheet.fileName.selected'), list].join(' ').trim();
}

/** Returns the values of a filter. Only dates get a label, because the other values are clear without one. */
function listFilterValues(
  filter: Filter,
  localization: Localization,
  comparedFrom: string | null,
): string {
  const { translate, clock } = localization;
  const { name, ownerIds, statuses, connectionMethods, networks, change, changedField } = filter;
  const { asOf, isStarred, hasNote, tags, matching } = filter;
  const { createdFrom, createdTo, changedFrom, changedTo } = filter;
  const translateValue = (value: string | null, translateText: typeof translateStatus) =>
    value === null ? translate('sheet.none') : translateText(value, translate);
  type Bound = 'createdFrom' | 'createdTo' | 'changedFrom' | 'changedTo';
  const describeBound = (bound: Bound, date?: string) =>
    date && `${translate(`sheet.${bound}`)} ${date.slice(0, 10)}`;
  const dayOf = (time: string) => ({ day: dayAt(new Date(time), clock) });
  const words = [
    asOf && translate('sheet.asOfDay', dayOf(asOf)),
    change === 'any'
      ? translate('sheet.fileName.changes')
      : change && translate(`sheet.changes.${change}`),
    change && comparedFrom && translate('sheet.sinceDay', dayOf(comparedFrom)),
    changedField && describeChangedField(changedField, localization),
    name,
    ...(ownerIds ?? []),
    isStarred && translate('sheet.starred'),
    hasNote && translate('sheet.noted'),
    ...(tags ?? []).map((tag) => tag ?? translate('sheet.withoutTags')),
    ...(statuses ?? []).map((value) => translateValue(value, translateStatus)),
    ...(connectionMethods ?? []).map((value) => translateValue(value, translateConnectionMethod)),
    ...(networks ?? []).map((value) => value ?? translate('sheet.none')),
    matching && translate('sheet.oneOfValues', { count: matching.values.length }),
    describeBound('createdFrom', createdFrom),
    describeBound('createdTo', createdTo),
    describeBound('changedFrom', changedFrom),
    describeBound('changedTo', changedTo),
  ];
  return words.filter(Boolean).join(' ');
}
