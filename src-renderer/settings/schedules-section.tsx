import { Alert, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type {
  AddScheduleRequest,
  ScheduledRun,
  ScheduleStatus,
} from '../../src-shared/schedules.ts';
import type { View } from '../../src-shared/views.ts';
import { weekdays } from '../../src-shared/weekdays.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { viewsQuery } from '../queries/views-query.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { SteadyButton } from '../ui/steady-button.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useNumberFormat } from '../ui/use-number-format.ts';
import { hourText, useDayNames } from './day-names.ts';
import { ScheduleForm } from './schedule-form.tsx';

const schedulesKey = ['schedules'] as const;

/** The exports that the operating system runs: what, when, how the last one ended, and a form that adds one. */
export function SchedulesSection({ accounts }: { accounts: readonly Account[] }) {
  const { t } = useTranslation();
  const call = useCall();
  const client = useQueryClient();
  const views = useQuery(viewsQuery(call)).data?.views ?? [];
  // A scheduled export can end at any time.
  const { data } = useQuery({ queryKey: schedulesKey, queryFn: () => call('getSchedules', {}) });
  const readAgain = () => client.invalidateQueries({ queryKey: schedulesKey });
  const add = useMutation({
    mutationFn: (request: AddScheduleRequest) => call('addSchedule', request),
    onSettled: readAgain,
  });
  const remove = useMutation({
    mutationFn: (scheduleId: string) => call('removeSchedule', { scheduleId }),
    onSettled: readAgain,
  });
  const error = add.error ?? remove.error;
  const viewOf = ({ viewId }: ScheduleStatus) => views.find((each) => each.viewId === viewId);
  return (
    <Stack gap="md">
      <Text size="sm">{t('settings.schedules.introduction')}</Text>
      {data?.schedules.map((schedule) => (
        <Schedule
          key={schedule.scheduleId}
          schedule={schedule}
          name={nameOf(schedule, accounts, viewOf(schedule), t)}
          records={viewOf(schedule)?.shown.layout.records ?? 'tenants'}
          isRemoving={remove.isPending}
          onRemove={() => remove.mutate(schedule.scheduleId)}
        />
      ))}
      <ScheduleForm
        accounts={accounts}
        views={views}
        isPending={add.isPending}
        onAdd={(request) => add.mutate(request)}
      />
      {add.data?.outcome === 'failed' && (
        <Alert color="red">{t('settings.schedules.failed')}</Alert>
      )}
      {add.data?.outcome === 'sameFile' && (
        <Alert color="red">{t('settings.schedules.sameFile', { path: add.data.path })}</Alert>
      )}
      {error !== null && <ErrorAlert error={error} />}
    </Stack>
  );
}

interface ScheduleProps {
  schedule: ScheduleStatus;
  name: string;
  /** What the file consists of. */
  records: RecordKind;
  isRemoving: boolean;
  onRemove: () => void;
}

function Schedule({ schedule, name, records, isRemoving, onRemove }: ScheduleProps) {
  const { t } = useTranslation();
  const dayNames = useDayNames();
  const { days, hour, path, lastRun } = schedule;
  const inOrder = weekdays.filter((day) => days?.includes(day)).map((day) => dayNames[day]);
  const parts = [name, inOrder.join(', '), hour === undefined ? '' : hourText(hour)];
  return (
    <Group justify="space-between" wrap="nowrap" role="group" aria-label={name}>
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm">{parts.filter((part) => part !== '').join(' · ')}</Text>
        <Text size="xs" c="dimmed">
          {path}
        </Text>
        {!isComplete(schedule) && <Text size="xs">{t('settings.schedules.incomplete')}</Text>}
        {lastRun === null ? (
          <Text size="xs" c="dimmed">
            {t('settings.schedules.notRunYet')}
          </Text>
        ) : (
          <LastRun run={lastRun} records={records} />
        )}
      </div>
      <SteadyButton
        size="xs"
        variant="default"
        unavailable={isRemoving}
        onClick={onRemove}
        aria-label={t('settings.schedules.removeNamed', { name })}
        style={{ flexShrink: 0 }}
      >
        {t('settings.schedules.remove')}
      </SteadyButton>
    </Group>
  );
}

interface LastRunProps {
  run: ScheduledRun;
  records: RecordKind;
}

function LastRun({ run: { endedAt, rows, error }, records }: LastRunProps) {
  const { t } = useTranslation();
  const time = useDateFormat()(endedAt);
  const format = useNumberFormat();
  if (error === null) {
    return (
      <Text size="xs">
        {t('settings.schedules.saved', { time, count: rows ?? 0, rows: format(rows ?? 0) })}
      </Text>
    );
  }
  const reason =
    error === 'unknownName' ? t('settings.schedules.unknownName') : t(errorTextKey(error, records));
  return (
    <Text size="xs" c="red">
      {t('settings.schedules.notSaved', { time, reason })}
    </Text>
  );
}

/** Whether a schedule has all values that say what is exported and when. */
function isComplete({ accountId, viewId, days, hour }: ScheduleStatus): boolean {
  return [accountId, viewId, days, hour].every((value) => value !== undefined);
}

/** Returns the account and the view of a schedule, or says that one of them is missing. */
function nameOf(
  { accountId, viewId }: ScheduleStatus,
  accounts: readonly Account[],
  view: View | undefined,
  t: TFunction,
): string {
  if (accountId === undefined || viewId === undefined) return t('settings.schedules.unknown');
  const account = accounts.find((each) => each.accountId === accountId)?.name;
  if (viewId !== null && view === undefined) return t('settings.schedules.removedView');
  const names = [accountId === allAccounts ? t('commands.allAccounts') : account, view?.name];
  return names.filter((name) => name !== undefined).join(' · ');
}
