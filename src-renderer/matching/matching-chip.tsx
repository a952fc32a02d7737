import { Popover, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import { matchedFields } from '../../src-shared/matched-fields.ts';
import type { Matching } from '../../src-shared/matching.ts';
import { isKnown } from '../../src-shared/tenant-fields.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { matchedQuery } from '../queries/matched-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';

/** More of them would make the popover slow. All can be copied. */
const shownValues = 200;

const choices = ['any', ...matchedFields] as const;

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
  const { accountKey } = useList();
  const { data } = useQuery({
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
  const copied = missing.map((value) => guardFormula(value, 'none')).join('\n');
  return (
    <Popover
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      returnFocus
      disabled={!isAvailable}
    >
      <Popover.Target>
        <ChipButton name={name} isAvailable={isAvailable} chosen={chosen} />
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={name}>
        <Stack gap="xs">
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('screens.matching.by')}
            data={choices.map((value) => ({ value, label: t(`screens.matching.fields.${value}`) }))}
            value={matching.by}
            onChange={(by) => {
              if (isKnown(choices, by)) onChange({ ...matching, by });
            }}
          />
          {missing.length === 0 ? (
            <Text size="xs">{t('screens.matching.allFound')}</Text>
          ) : (
            <>
              <Text size="xs" fw={600}>
                {t('screens.matching.notFound')}
                <CopyButton name={t('screens.matching.notFound')} value={copied} />
              </Text>
              <ScrollArea.Autosize mah={240} type="auto" viewportProps={{ tabIndex: 0 }}>
                {missing.slice(0, shownValues).map((value) => (
                  <Text key={value} size="xs" truncate title={value}>
                    {value}
                  </Text>
                ))}
                {missing.length > shownValues && (
                  <Text size="xs" c="dimmed">
                    {t('screens.matching.more', { count: missing.length - shownValues })}
                  </Text>
                )}
              </ScrollArea.Autosize>
            </>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
