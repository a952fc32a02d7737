import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../src-shared/filter-values.ts';
import { useList } from '../list/list-provider.tsx';
import { lazyPart } from '../texts/lazy-part.tsx';
import { connectionMethodText, statusText } from '../values/value-text.ts';
import { DaysFilter } from './days-filter.tsx';
import { MarksFilter } from './marks-filter.tsx';
import { OwnerFilter } from './owner-filter.tsx';
import { useFacets } from './use-facets.ts';
import { ValuesFilter } from './values-filter.tsx';

/** Most lists are not matched with values. */
const MatchingChip = lazyPart(
  async () => (await import('../matching/matching-chip.tsx')).MatchingChip,
);

/** A chip for each field that the list can be filtered by. The live list supports the owner only. */
export function FilterChips() {
  const { t } = useTranslation();
  const { accounts, records, source, filter } = useList();
  const { values, set } = filter;
  const { menus, setIsMenuOpen } = useFacets();
  const isSaved = source === 'saved';
  return (
    <>
      {values.matching && (
        <Suspense>
          <MatchingChip matching={values.matching} />
        </Suspense>
      )}
      <ValuesFilter
        name={t('screens.filters.status')}
        isAvailable={isSaved}
        values={menus?.statuses}
        chosen={values.statuses}
        textOf={(value) => (value === noValue ? t('screens.filters.none') : statusText(t, value))}
        onChange={(statuses) => set({ statuses })}
        onOpen={setIsMenuOpen}
      />
      <ValuesFilter
        name={t('screens.filters.method')}
        isAvailable={isSaved}
        values={menus?.connectionMethods}
        chosen={values.connectionMethods}
        textOf={(value) =>
          value === noValue ? t('screens.filters.none') : connectionMethodText(t, value)
        }
        onChange={(connectionMethods) => set({ connectionMethods })}
        onOpen={setIsMenuOpen}
      />
      {records === 'hotlines' && (
        <ValuesFilter
          name={t('tenants.fields.network')}
          isAvailable={isSaved}
          values={menus?.networks}
          chosen={values.networks}
          textOf={(value) => (value === noValue ? t('screens.filters.none') : value)}
          onChange={(networks) => set({ networks })}
          onOpen={setIsMenuOpen}
        />
      )}
      <OwnerFilter
        owners={menus?.owners}
        chosen={values.ownerIds}
        isSingle={!isSaved}
        onChange={(ownerIds) => set({ ownerIds })}
        onOpen={setIsMenuOpen}
      />
      {accounts && (
        <ValuesFilter
          name={t('tenants.account')}
          isAvailable={isSaved}
          values={menus?.accounts}
          chosen={values.accountIds}
          textOf={(id) => accounts.find(({ accountId }) => accountId === id)?.name ?? id}
          onChange={(accountIds) => set({ accountIds })}
          onOpen={setIsMenuOpen}
        />
      )}
      <DaysFilter
        name={t('screens.filters.created')}
        isAvailable={isSaved}
        periodCounts={menus?.created}
        days={{ from: values.createdFrom, to: values.createdTo }}
        onChange={({ from, to }) => set({ createdFrom: from, createdTo: to })}
        onOpen={setIsMenuOpen}
      />
      <DaysFilter
        name={t('screens.filters.changed')}
        isAvailable={isSaved}
        periodCounts={menus?.changed}
        days={{ from: values.changedFrom, to: values.changedTo }}
        onChange={({ from, to }) => set({ changedFrom: from, changedTo: to })}
        onOpen={setIsMenuOpen}
      />
      {records === 'tenants' && (
        <MarksFilter
          isAvailable={isSaved}
          counts={menus}
          values={values}
          onChange={set}
          onOpen={setIsMenuOpen}
        />
      )}
    </>
  );
}
