import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { RunFacts } from './run-facts.tsx';

interface ProofDialogProps {
  opened: boolean;
  onClose: () => void;
  saved: SavedListStatus;
  isRefreshing: boolean;
  onResume: () => void;
}

/** A dialog with the proof that the saved list is complete: what the last complete run and an interrupted run have read. */
export function ProofDialog(props: ProofDialogProps) {
  const { opened, onClose, saved, isRefreshing, onResume } = props;
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
          <Stack gap="sm" component="section">
            {completeRun.unreadableRows === 0 ? (
              <Alert color="green" role="presentation" icon={<IconCircleCheck size={18} />}>
                {t('screens.proof.complete')}
              </Alert>
            ) : (
              <Alert color="yellow" role="presentation" icon={<IconInfoCircle size={18} />}>
                {t('screens.proof.completeButUnreadable', { count: completeRun.unreadableRows })}
              </Alert>
            )}
            <RunFacts run={completeRun} />
          </Stack>
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
