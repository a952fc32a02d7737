import { useTranslation } from 'react-i18next';
import type { Facets } from '../../src-shared/facets.ts';
import { noValue } from '../../src-shared/filter-values.ts';
import { useList } from '../list/list-provider.tsx';
import { connectionMethodText, statusText } from '../values/value-text.ts';
import { ChipCount } from './chip-count.tsx';
import { DaysFilter } from './days-filter.tsx';
import { OwnerFilter } from './owner-filter.tsx';
import { useFacets } from './use-facets.ts';
import { ValuesFilter } from './values-filter.tsx';

/** A chip for each field that the list can be filtered by. The live list has a chip for the owner only. */
export function FilterChips() {
  const { t } = useTranslation();
  const { accounts, source, filter } = useList();
  const { values, setTyped, set } = filter;
  const { menus, chips, areChipsStale, setIsMenuOpen } = useFacets();
  const countOf = (condition: keyof Facets['conditions']) =>
    // If the counts could not be read, the list shows the same error.
    chips && <ChipCount count={chips[condition]} isStale={areChipsStale} />;
  const owner = (
    <OwnerFilter
      owners={menus?.owners}
      chosen={values.ownerIds}
      isSingle={source === 'live'}
      onChange={(ownerIds) => set({ ownerIds })}
      onOpen={setIsMenuOpen}
      count={countOf('owners')}
    />
  );
  if (source === 'live') return owner;
  return (
    <>
      <ValuesFilter
        name={t('screens.filters.status')}
        values={menus?.statuses}
        chosen={values.statuses}
        textOf={(value) => (value === noValue ? t('screens.filters.none') : statusText(t, value))}
        onChange={(statuses) => set({ statuses })}
        onOpen={setIsMenuOpen}
        count={countOf('statuses')}
      />
      <ValuesFilter
        name={t('screens.filters.method')}
        values={menus?.connectionMethods}
        chosen={values.connectionMethods}
        textOf={(value) =>
          value === noValue ? t('screens.filters.none') : connectionMethodText(t, value)
        }
        onChange={(connectionMethods) => set({ connectionMethods })}
        onOpen={setIsMenuOpen}
        count={countOf('connectionMethods')}
      />
      {owner}
      {accounts && (
        <ValuesFilter
          name={t('tenants.account')}
          values={menus?.accounts}
          chosen={values.accountIds}
          textOf={(id) => accounts.find(({ accountId }) => accountId === id)?.name ?? id}
          onChange={(accountIds) => set({ accountIds })}
          onOpen={setIsMenuOpen}
          count={null}
        />
      )}
      <DaysFilter
        name={t('screens.filters.created')}
        periodCounts={menus?.created}
        days={{ from: values.createdFrom, to: values.createdTo }}
        onType={({ from, to }) => setTyped({ createdFrom: from, createdTo: to })}
        onChoose={({ from, to }) => set({ createdFrom: from, createdTo: to })}
        onOpen={setIsMenuOpen}
        count={countOf('created')}
      />
      <DaysFilter
        name={t('screens.filters.changed')}
        periodCounts={menus?.changed}
        days={{ from: values.changedFrom, to: values.changedTo }}
        onType={({ from, to }) => setTyped({ changedFrom: from, changedTo: to })}
        onChoose={({ from, to }) => set({ changedFrom: from, changedTo: to })}
        onOpen={setIsMenuOpen}
        count={countOf('changed')}
      />
    </>
  );
}
