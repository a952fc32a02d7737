import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RefreshRun, SavedListStatus } from '../../src-shared/saved-list.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { QuickRefreshes } from './quick-refreshes.tsx';
import { RunFacts } from './run-facts.tsx';

interface ProofDialogProps {
  opened: boolean;
  onClose: () => void;
  saved: SavedListStatus;
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
  const { opened, onClose, saved, isRefreshing, onResume, onReadAll, onShowUnreadable } = props;
  const { t } = useTranslation();
  const { completeRun, interruptedRun } = saved;
  const errorCode = interruptedRun?.errorCode ?? null;
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('screens.proof.title')}>
      <Stack gap="lg">
        {completeRun === null ? (
          <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
            {t(saved.state === 'partial' ? 'screens.proof.partial' : 'screens.proof.nothing')}
          </Alert>
        ) : (
          <>
            <Stack gap="sm" component="section">
              <Verdict run={completeRun} onShowUnreadable={onShowUnreadable} />
              <RunFacts run={completeRun} />
            </Stack>
            <QuickRefreshes saved={saved} isRefreshing={isRefreshing} onReadAll={onReadAll} />
          </>
        )}
        {isRefreshing ? (
          <Text c="dimmed">{t('screens.proof.running')}</Text>
        ) : (
          interruptedRun !== null && (
            <Stack gap="sm" component="section">
              <Title order={3} size="h4">
                {t('screens.proof.interrupted')}
              </Title>
              {errorCode !== null && errorCode !== 'canceled' && (
                <Alert color="yellow" role="presentation" icon={<IconAlertTriangle size={18} />}>
                  {t(`errors.${errorCode}`)}
                </Alert>
              )}
              <RunFacts run={interruptedRun} />
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
  onShowUnreadable: () => void;
}

/** Says whether a run proves that the list is complete. Pages that were read with a break between them do not. */
function Verdict({ run: { periods, unreadableRows }, onShowUnreadable }: VerdictProps) {
  const { t } = useTranslation();
  const hasBreak = periods.length > 1;
  return (
    <>
      {!hasBreak && unreadableRows === 0 && (
        <Alert color="green" role="presentation" icon={<IconCircleCheck size={18} />}>
          {t('screens.proof.complete')}
        </Alert>
      )}
      {hasBreak && (
        <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
          {t('screens.proof.completeWithBreak', { count: periods.length })}
        </Alert>
      )}
      {unreadableRows > 0 && (
        <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
          {t('screens.proof.completeButUnreadable', { count: unreadableRows })}
          <Group mt="xs">
            <Button size="xs" variant="default" onClick={onShowUnreadable}>
              {t('screens.unreadable.show')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
