import { Popover } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matching } from '../../src-shared/matching.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { matchedQuery } from '../queries/matched-query.ts';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';
import { Later } from '../ui/later.tsx';

const MatchingDropdown = lazy(async () => ({
  default: (await import('./matching-dropdown.tsx')).MatchingDropdown,
}));

/** A chip for the list of values that the tenants are matched with. It says how many were found, and lists the others. */
export function MatchingChip() {
  const { t } = useTranslation();
  const { source, filter } = useList();
  const { matching } = filter.values;
  if (matching === undefined) return null;
  const name = t('screens.matching.name');
  return (
    <FilterChip name={name} isSet onClear={() => filter.set({ matching: undefined })}>
      <MatchingPopover
        name={name}
        matching={matching}
        isAvailable={source === 'saved'}
        onChange={(changed) => filter.set({ matching: changed })}
      />
    </FilterChip>
  );
}

interface MatchingPopoverProps {
  name: string;
  matching: Matching;
  isAvailable: boolean;
  onChange: (matching: Matching) => void;
}

function MatchingPopover({ name, matching, isAvailable, onChange }: MatchingPopoverProps) {
  const { t } = useTranslation();
  const call = useCall();
  const [isOpen, setIsOpen] = useState(false);
  const { accountKey } = useList();
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
          count: data.found + missing.length,
          found: data.found,
          missing: missing.length,
        });
  return (
    <Popover
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      returnFocus
      disabled={!isAvailable}
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>
        <ChipButton
          name={name}
          isAvailable={isAvailable}
          chosen={chosen}
          onClick={() => setIsOpen(isAvailable && !isOpen)}
        />
      </Popover.Target>
      <Later isWanted={isOpen}>
        <MatchingDropdown
          name={name}
          matching={matching}
          missing={data === undefined || isPlaceholderData || error ? null : missing}
          error={error}
          onChange={onChange}
        />
      </Later>
    </Popover>
  );
}
