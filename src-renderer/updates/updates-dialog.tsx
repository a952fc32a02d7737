import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../src-shared/errors.ts';
import type { UpdateStatus } from '../../src-shared/updates.ts';
import { useCall } from '../bridge/bridge-context.ts';
import type { CommandDialogProps } from '../commands/lazy-dialog.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { ReleaseNotesList } from './release-notes-list.tsx';
import { actionOf, useUpdateAction } from './use-update-action.tsx';
import { useUpdateStatus } from './use-update-status.ts';

/** Looks for a newer version each time it opens, and says what it has found. */
export function UpdatesDialog({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('updates.title')}>
      {opened && <FoundVersion />}
    </AppDialog>
  );
}

function FoundVersion() {
  const { t } = useTranslation();
  const call = useCall();
  const known = useUpdateStatus();
  const check = useQuery({
    queryKey: ['checkForUpdates'],
    queryFn: async () => {
      const [status, { versions }] = await Promise.all([
        call('checkForUpdates', {}),
        call('getAbout', {}),
      ]);
      return { status, version: versions.app };
    },
    gcTime: 0,
  });
  if (check.error !== null && !check.isFetching) {
    return <FailedCheck error={check.error} onRetry={() => void check.refetch()} />;
  }
  if (check.data === undefined) {
    return (
      <Stack gap="xs" aria-busy aria-label={t('updates.checking')} role="status">
        <Text>{t('updates.checking')}…</Text>
        <Skeleton height={16} />
        <Skeleton height={16} width="60%" />
      </Stack>
    );
  }
  const status = known ?? check.data.status;
  return <Version status={status} ownVersion={check.data.version} />;
}

interface FailedCheckProps {
  error: AppError;
  onRetry: () => void;
}

function FailedCheck({ error, onRetry }: FailedCheckProps) {
  const { t } = useTranslation();
  // The user can download a version without the app's help.
  const { button, error: buttonError } = useUpdateAction('downloadPage');
  const canRetry = error.code !== 'update_forbidden' && error.code !== 'update_not_installed';
  return (
    <Stack>
      <ErrorAlert error={error} />
      <Group>
        {canRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('screens.common.tryAgain')}
          </Button>
        )}
        {error.code !== 'update_forbidden' && button}
      </Group>
      {buttonError !== null && <ErrorAlert error={buttonError} />}
    </Stack>
  );
}

function Version({ status, ownVersion }: { status: UpdateStatus; ownVersion: string }) {
  const { t } = useTranslation();
  const { button, error } = useUpdateAction(actionOf(status));
  return (
    <Stack gap="md">
      <div role="status" aria-live={status.kind === 'downloading' ? 'off' : 'polite'}>
        {status.kind === 'none' ? (
          <Text>{t('updates.newest', { version: ownVersion })}</Text>
        ) : (
          <>
            <Text fw={500}>{t(`updates.${status.kind}`, status)}</Text>
            {status.kind === 'ready' && (
              <Text c="dimmed">
                {t(status.installsOnQuit ? 'updates.readyHint' : 'updates.readyToRestart')}
              </Text>
            )}
          </>
        )}
      </div>
      {error !== null && <ErrorAlert error={error} />}
      {button && <Group>{button}</Group>}
      {status.kind !== 'none' && <ReleaseNotesList version={status.version} />}
    </Stack>
  );
}
