import { Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts, exportFormats } from '../../src-shared/choices.ts';
import type { AddScheduleRequest } from '../../src-shared/schedules.ts';
import type { View } from '../../src-shared/views.ts';
import { weekdays } from '../../src-shared/weekdays.ts';
import { SegmentedRow } from '../ui/labeled-row.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { hourText, useDayNames } from './day-names.ts';

interface ScheduleFormProps {
  accounts: readonly Account[];
  views: readonly View[];
  isPending: boolean;
  onAdd: (request: AddScheduleRequest) => void;
}

/** The form for a new scheduled export: what is exported, and when. The system's dialog then asks for the folder. */
export function ScheduleForm({ accounts, views, isPending, onAdd }: ScheduleFormProps) {
  const { t } = useTranslation();
  const dayNames = useDayNames();
  const [chosenAccount, setAccount] = useState<string | null>(null);
  const [chosenView, setView] = useState('');
  const [days, setDays] = useState<string[]>(['monday']);
  const [hour, setHour] = useState(8);
  const [format, setFormat] = useState<AddScheduleRequest['format']>('xlsx');
  const accountId = chosenAccount ?? accounts[0]?.accountId;
  const viewsOfAccount = views.filter(
    (view) => view.accountId === null || view.accountId === accountId,
  );
  const view = viewsOfAccount.find(({ viewId }) => viewId === chosenView);
  const chosenDays = weekdays.filter((day) => days.includes(day));
  const accountChoices = [
    ...accounts.map(({ accountId: value, name: label }) => ({ value, label })),
    ...(accounts.length > 1 ? [{ value: allAccounts, label: t('commands.allAccounts') }] : []),
  ];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (accountId === undefined) return;
        onAdd({ accountId, viewId: view?.viewId ?? null, days: chosenDays, hour, format });
      }}
    >
      <Stack gap="sm">
        <Group grow>
          <NativeSelect
            size="xs"
            label={t('tenants.account')}
            data={accountChoices}
            value={accountId}
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            label={t('settings.schedules.view')}
            data={[
              { value: '', label: t('settings.schedules.allTenants') },
              ...viewsOfAccount.map(({ viewId: value, name: label }) => ({ value, label })),
            ]}
            value={view?.viewId ?? ''}
            onChange={(event) => setView(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            label={t('settings.schedules.hour')}
            data={Array.from({ length: 24 }, (_, at) => ({
              value: String(at),
              label: hourText(at),
            }))}
            value={String(hour)}
            onChange={(event) => setHour(Number(event.currentTarget.value))}
          />
        </Group>
        <Checkbox.Group
          size="xs"
          label={t('settings.schedules.days')}
          value={days}
          onChange={setDays}
        >
          <Group gap="sm" mt={4}>
            {weekdays.map((day) => (
              <Checkbox key={day} size="xs" value={day} label={dayNames[day]} />
            ))}
          </Group>
        </Checkbox.Group>
        <SegmentedRow
          label={t('settings.schedules.format')}
          data={exportFormats.map((value) => ({
            value,
            label: t(`screens.export.formats.${value}`),
          }))}
          value={format}
          onChange={setFormat}
        />
        <Group justify="flex-end">
          <SteadyButton
            size="xs"
            type="submit"
            variant="default"
            unavailable={isPending || chosenDays.length === 0 || accountId === undefined}
          >
            {t('settings.schedules.add')}
          </SteadyButton>
        </Group>
      </Stack>
    </form>
  );
}
