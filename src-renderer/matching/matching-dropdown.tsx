import { Popover, ScrollArea, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import { guardFormula } from '../../src-shared/guard-formula.ts';
import type { Matching } from '../../src-shared/matching.ts';
import { isKnown } from '../../src-shared/tenant-fields.ts';
import { useList } from '../list/list-provider.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';

/** More of them would make the popover slow. All can be copied. */
const shownValues = 200;

const choicesByKind = {
  tenants: ['any', 'id', 'domain', 'name'],
  hotlines: ['any', 'id', 'hotline', 'name'],
} as const;

interface MatchingDropdownProps {
  name: string;
  matching: Matching;
  /** The values that were not found; `null` until they are known. */
  missing: readonly string[] | null;
  /** Why they are not known. */
  error: AppError | null;
  onChange: (matching: Matching) => void;
}

/** The popover of the chip for matched values: how they are matched, and those that were not found. */
export function MatchingDropdown(props: MatchingDropdownProps) {
  const { name, matching, missing, error, onChange } = props;
  const { t } = useTranslation();
  const choices: readonly Matching['by'][] = choicesByKind[useList().records];
  return (
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
        {error && <ErrorAlert error={error} />}
        {missing === null && !error && <Skeleton height={18} />}
        {missing && <MissingValues missing={missing} />}
      </Stack>
    </Popover.Dropdown>
  );
}

function MissingValues({ missing }: { missing: readonly string[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return <Text size="xs">{t('screens.matching.allFound')}</Text>;
  const copied = missing.map((value) => guardFormula(value, 'none')).join('\n');
  return (
    <>
      <Text size="xs" fw={600}>
        {t('screens.matching.missing', { count: missing.length })}
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
  );
}
