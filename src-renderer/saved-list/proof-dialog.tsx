import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { RefreshRun, SavedListStatus } from '../../src-shared/saved-list.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { HotlinesRead } from './hotlines-read.tsx';
import { QuickRefreshes } from './quick-refreshes.tsx';
import { RunFacts } from './run-facts.tsx';

interface ProofDialogProps {
  opened: boolean;
  onClose: () => void;
  saved: SavedListStatus;
  /** What the list consists of. */
  records: RecordKind;
  /** The hotlines of the same account; `undefined` if their status is not known. */
  hotlines: SavedListStatus | undefined;
  isRefreshing: boolean;
  onResume: () => void;
  /** Refreshes by reading all pages. */
  onReadAll: () => void;
  /** Shows the rows that could not be read. */
  onShowUnreadable: () => void;
}

/**
 * A dialog with the proof that the saved list is complete: what the last full refresh and an interrupted one have read,
 * and what quick refreshes cannot find.
 */
export function ProofDialog(props: ProofDialogProps) {
  const {
    opened,
    onClose,
    saved,
    records,
    hotlines,
    isRefreshing,
    onResume,
    onReadAll,
    onShowUnreadable,
  } = props;
  const { t } = useTranslation();
  const { completeRun, interruptedRun } = saved;
  const errorCode = interruptedRun?.errorCode ?? null;
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('proof.title')}>
      <Stack gap="lg">
        {completeRun === null ? (
          <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
            {saved.state === 'partial'
              ? t('proof.partial', { context: records })
              : t('proof.nothing')}
          </Alert>
        ) : (
          <>
            <Stack gap="sm" component="section">
              <Verdict {...{ run: completeRun, records, onShowUnreadable }} />
              <RunFacts run={completeRun} records={records} />
            </Stack>
            {records === 'tenants' && (
              <QuickRefreshes saved={saved} isRefreshing={isRefreshing} onReadAll={onReadAll} />
            )}
          </>
        )}
        {records === 'tenants' && hotlines && <HotlinesRead status={hotlines} />}
        {isRefreshing ? (
          <Text c="dimmed">{t('proof.running')}</Text>
        ) : (
          interruptedRun !== null && (
            <Stack gap="sm" component="section">
              <Title order={3} size="h4">
                {t('proof.interrupted')}
              </Title>
              {errorCode !== null && errorCode !== 'canceled' && (
                <Alert color="yellow" role="presentation" icon={<IconAlertTriangle size={18} />}>
                  {t(errorTextKey(errorCode, records))}
                </Alert>
              )}
              <RunFacts run={interruptedRun} records={records} />
              <Button size="xs" variant="default" mr="auto" onClick={onResume}>
                {t('screens.savedList.resume')}
              </Button>
            </Stack>
          )
        )}
      </Stack>
    </AppDialog>
  );
}

interface VerdictProps {
  run: RefreshRun;
  records: RecordKind;
  onShowUnreadable: () => void;
}

/** Says whether a run proves that the list is complete. Pages that were read with a break between them do not. */
function Verdict({ run, records: context, onShowUnreadable }: VerdictProps) {
  const { periods, unreadableRows } = run;
  const { t } = useTranslation();
  const hasBreak = periods.length > 1;
  return (
    <>
      {!hasBreak && unreadableRows === 0 && (
        <Alert color="green" role="presentation" icon={<IconCircleCheck size={18} />}>
          {t('proof.complete', { context })}
        </Alert>
      )}
      {hasBreak && (
        <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
          {t('proof.completeWithBreak', { count: periods.length, context })}
        </Alert>
      )}
      {unreadableRows > 0 && (
        <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
          {t('proof.completeButUnreadable', { count: unreadableRows, context })}
          <Group mt="xs">
            <Button size="xs" variant="default" onClick={onShowUnreadable}>
              {t('unreadable.show')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
