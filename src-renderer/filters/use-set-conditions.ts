import { useTranslation } from 'react-i18next';
import { noValue, type FilterValues } from '../../src-shared/filter-values.ts';
import { useList } from '../list/list-provider.tsx';
import { useOwnerNames } from '../list/use-owner-names.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useToday } from '../ui/use-today.ts';
import { fieldName } from '../values/field-name.ts';
import { connectionMethodText, statusText } from '../values/value-text.ts';
import { formatDays, isReversed } from './format-days.ts';
import { noMarks, useMarksText } from './use-marks-text.ts';

/** A condition of the filter that is set. */
interface SetCondition {
  /** What the condition is about. */
  name: string;
  /** The chosen values. */
  text: string;
  /** The range of days ends before it begins, so nothing can match. */
  isReversed: boolean;
  clear: () => void;
}

/** Returns the conditions that are set and that the source supports, in the order of their controls. */
export function useSetConditions(): SetCondition[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { accounts, source, filter } = useList();
  const { values, set } = filter;
  const marksText = useMarksText(values);
  const ownerNameOf = useOwnerNames();
  const found: SetCondition[] = [];
  const add = (
    name: string,
    text: string | null,
    cleared: Partial<FilterValues>,
    hasReversedDays = false,
  ) => {
    if (text === null || text === '') return;
    found.push({ name, text, isReversed: hasReversedDays, clear: () => set(cleared) });
  };
  const join = (chosen: readonly string[], textOf: (value: string) => string) =>
    chosen
      .map((value) => (value === noValue ? t('screens.filters.none') : textOf(value)))
      .join(', ');
  const addDays = (name: string, from: string, to: string, cleared: Partial<FilterValues>) => {
    const days = { from, to };
    add(name, formatDays(t, language, days, today), cleared, isReversed(days, today));
  };
  const { statuses, connectionMethods, ownerIds, accountIds, changedField, matching } = values;
  add(t('screens.filters.searchText'), values.name.trim(), { name: '' });
  if (source === 'live') {
    if (ownerIds.length === 1)
      add(t('screens.filters.owner'), join(ownerIds, ownerNameOf), { ownerIds: [] });
    return found;
  }
  add(
    t('screens.matching.name'),
    matching ? t('screens.matching.values', { count: matching.values.length }) : null,
    { matching: undefined },
  );
  add(
    t('screens.filters.status'),
    join(statuses, (value) => statusText(t, value)),
    { statuses: [] },
  );
  add(
    t('screens.filters.method'),
    join(connectionMethods, (value) => connectionMethodText(t, value)),
    { connectionMethods: [] },
  );
  add(t('screens.filters.owner'), join(ownerIds, ownerNameOf), { ownerIds: [] });
  add(
    t('tenants.account'),
    join(accountIds, (id) => accounts?.find(({ accountId }) => accountId === id)?.name ?? id),
    { accountIds: [] },
  );
  addDays(t('screens.filters.created'), values.createdFrom, values.createdTo, {
    ...{ createdFrom: '', createdTo: '' },
  });
  addDays(t('screens.filters.changed'), values.changedFrom, values.changedTo, {
    ...{ changedFrom: '', changedTo: '' },
  });
  add(t('marks.title'), marksText, noMarks);
  add(t('tenants.whatChanged'), changedField ? fieldName(t, changedField.field) : null, {
    changedField: undefined,
  });
  return found;
}
