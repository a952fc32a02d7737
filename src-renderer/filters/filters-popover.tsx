import { Badge, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../src-shared/tenant.ts';
import { isKnown, knownConnectionMethods, knownStatuses } from '../../src-shared/tenant-fields.ts';
import { timeZone } from '../../src-shared/time-zone.ts';
import { chipsOf, countHidden, noValue, parseFilter } from './filter.ts';
import type { FilterControls } from './use-filter.ts';
import { useSeen } from './use-seen.ts';
import { ValueChips } from './value-chips.tsx';

/** Year 9999, so that the year is typed in four digits. */
const lastDay = '9999-12-31';

interface FiltersPopoverProps {
  filter: FilterControls;
  tenants: readonly Tenant[];
}

/** Status, connection method and dates, behind one button that says how many of them are set. */
export function FiltersPopover({ filter, tenants }: FiltersPopoverProps) {
  const { t } = useTranslation();
  const { values, change, set } = filter;
  const count = countHidden(parseFilter(values));
  const none = t('screens.filters.none');

  const statuses = chipsOf(
    knownStatuses,
    useSeen(tenants.map(({ status }) => status)),
    values.statuses,
  ).map((value) => ({
    value,
    label:
      value === noValue
        ? none
        : isKnown(knownStatuses, value)
          ? t(`tenants.statuses.${value}`)
          : value,
  }));
  const methods = chipsOf(
    knownConnectionMethods,
    useSeen(tenants.map(({ connectionMethod }) => connectionMethod)),
    values.connectionMethods,
  ).map((value) => ({
    value,
    label:
      value === noValue
        ? none
        : isKnown(knownConnectionMethods, value)
          ? t(`tenants.connectionMethods.${value}`)
          : value,
  }));
  const day = (field: 'createdFrom' | 'createdTo' | 'changedSince') => (
    <TextInput
      type="date"
      size="xs"
      flex={1}
      max={lastDay}
      label={t(`screens.filters.${field}`)}
      value={values[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <Popover position="bottom-start" width={340} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={15} />}
          aria-description={count > 0 ? t('screens.filters.moreSet', { count }) : undefined}
          rightSection={
            count > 0 && (
              <Badge size="sm" circle>
                {count}
              </Badge>
            )
          }
        >
          {t('screens.filters.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('screens.filters.more')}>
        <Stack gap="md">
          <ValueChips
            label={t('tenants.fields.status')}
            chips={statuses}
            chosen={values.statuses}
            onChange={(chosen) => set({ statuses: chosen })}
          />
          <ValueChips
            label={t('tenants.fields.connectionMethod')}
            chips={methods}
            chosen={values.connectionMethods}
            onChange={(chosen) => set({ connectionMethods: chosen })}
          />
          <Group gap="xs" wrap="nowrap" align="end">
            {day('createdFrom')}
            {day('createdTo')}
          </Group>
          {day('changedSince')}
          <Text size="xs" c="dimmed">
            {t('screens.filters.daysInZone', { zone: timeZone.label })}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
