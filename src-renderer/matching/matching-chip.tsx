import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Matching } from '../../src-shared/matching.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { matchedQuery } from '../queries/matched-query.ts';
import { FilterPopover } from '../ui/filter-popover.tsx';
import { MatchingDropdown } from './matching-dropdown.tsx';

/** A chip for the list of values that the records are matched with. It says how many were found, and lists the others. */
export function MatchingChip({ matching }: { matching: Matching }) {
  const { t } = useTranslation();
  const call = useCall();
  const { source, filter, accountKey } = useList();
  const isAvailable = source === 'saved';
  const { data, error, isPlaceholderData } = useQuery({
    ...matchedQuery(call, accountKey, matching),
    enabled: isAvailable,
    placeholderData: keepPreviousData,
  });
  const missing = data?.notFound ?? [];
  const chosen =
    data === undefined
      ? t('screens.matching.values', { count: matching.values.length })
      : t('screens.matching.found', {
          found: data.found,
          of: data.found + missing.length,
        });
  const name = t('screens.matching.name');
  return (
    <FilterPopover
      name={name}
      isAvailable={isAvailable}
      chosen={chosen}
      width={300}
      onClear={() => filter.set({ matching: undefined })}
    >
      <MatchingDropdown
        name={name}
        matching={matching}
        missing={data === undefined || isPlaceholderData || error ? null : missing}
        error={error}
        onChange={(changed) => filter.set({ matching: changed })}
      />
    </FilterPopover>
  );
}
