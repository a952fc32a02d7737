import { Menu, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueCount } from '../../src-shared/facets.ts';
import type { Filter } from '../../src-shared/list-tenants.ts';
import type { RecordField } from '../../src-shared/list-record.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { ChoiceCount } from '../ui/choice-count.tsx';
import { ChipButton, FilterChip } from '../ui/filter-chip.tsx';
import { useList } from '../list/list-provider.tsx';
import { facetsQuery } from '../queries/facets-query.ts';
import { useToday } from '../ui/use-today.ts';
import { fieldName } from '../values/field-name.ts';
import { valueText } from '../values/value-text.ts';
import { isSameField, listChangedFields } from './list-changed-fields.ts';
import type { Changes } from './use-changes.ts';

type ChangedField = NonNullable<Filter['changedField']>;

/** A chip for the field that has changed. It also offers the new values of fields that have few. */
export function ChangedFieldFilter({ changes: { since, summary } }: { changes: Changes }) {
  const { t } = useTranslation();
  const call = useCall();
  const today = useToday();
  const { accountKey, records, timeZone, filter } = useList();
  const { changedField } = filter.values;
  const [isOpen, setIsOpen] = useState(false);
  const fields = summary?.fields ?? [];
  // A changed tenant has its new value now, so the values of the changed tenants are the new values.
  const valuesOf = (field: RecordField) => ({
    ...facetsQuery(call, accountKey, {
      ...{ filter: { change: 'changed', since, changedField: { field } }, timeZone, today },
    }),
    enabled: isOpen && fields.some((each) => each.field === field),
  });
  const statuses = useQuery(valuesOf('status'));
  const methods = useQuery(valuesOf('connectionMethod'));
  const networks = useQuery(valuesOf('network'));
  const isReady = !statuses.isLoading && !methods.isLoading && !networks.isLoading;
  const newValues = new Map<RecordField, ValueCount[]>([
    ['status', statuses.data?.statuses ?? []],
    ['connectionMethod', methods.data?.connectionMethods ?? []],
    ['network', networks.data?.networks ?? []],
  ]);
  const choices = listChangedFields(fields, newValues, changedField);
  const textOf = ({ field, after }: ChangedField) => {
    const name = fieldName(t, field);
    return after === undefined
      ? name
      : t('screens.changes.fieldBecame', { field: name, value: newValueText(field, after) });
  };
  const newValueText = (field: ChangedField['field'], value: string | null) =>
    valueText({ field, value, t, formatDate: String }) || t('screens.filters.none');
  const choose = (field: ChangedField | undefined) =>
    filter.set({ changedField: field, ...(field && { change: 'changed' as const }) });
  const chosen = changedField === undefined ? null : textOf(changedField);
  const name = t('tenants.whatChanged');
  return (
    <FilterChip name={name} chosen={chosen} isOpen={isOpen} onClear={() => choose(undefined)}>
      <Menu position="bottom-start" shadow="md" width={260} onChange={setIsOpen}>
        <Menu.Target>
          <ChipButton name={name} chosen={chosen} />
        </Menu.Target>
        <Menu.Dropdown>
          {isReady ? (
            choices.length === 0 ? (
              <Menu.Label>{t('screens.changes.empty.changed', { context: records })}</Menu.Label>
            ) : (
              choices.map(({ count, ...choice }) => (
                <Menu.CheckboxItem
                  key={JSON.stringify(choice)}
                  fz="xs"
                  closeMenuOnClick
                  checked={isSameField(choice, changedField)}
                  onChange={(isChecked) => choose(isChecked ? choice : undefined)}
                  rightSection={<ChoiceCount count={count} />}
                  {...(choice.after !== undefined && { pl: 'xl', 'aria-label': textOf(choice) })}
                >
                  {choice.after === undefined
                    ? textOf(choice)
                    : t('screens.changes.becameValue', {
                        value: newValueText(choice.field, choice.after),
                      })}
                </Menu.CheckboxItem>
              ))
            )
          ) : (
            <Skeleton height={28} m={4} />
          )}
        </Menu.Dropdown>
      </Menu>
    </FilterChip>
  );
}
