import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import type { CommandDialogProps } from '../commands/lazy-dialog.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { diagnosticsQuery } from './about-queries.ts';
import classes from './about.module.css';

/** A dialog that shows the diagnostics for support before the user copies them. */
export function DiagnosticsDialog({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('helpDialogs.diagnostics')}>
      <Diagnostics />
    </AppDialog>
  );
}

/** Mounted while the dialog is open, so that each opening reads the diagnostics again. */
function Diagnostics() {
  const { t } = useTranslation();
  const call = useCall();
  const { copy, copied, error: copyError } = useClipboard({ timeout: 3000 });
  const { data, error } = useQuery(diagnosticsQuery(call));
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('helpDialogs.diagnosticsHint')}</Text>
      {error !== null && <ErrorAlert error={error} />}
      {data === undefined ? (
        error === null && <Skeleton height={220} />
      ) : (
        <pre
          className={`${classes.text} ${classes.diagnostics}`}
          role="group"
          aria-label={t('helpDialogs.diagnostics')}
          tabIndex={0}
        >
          {data.text}
        </pre>
      )}
      <Group justify="flex-end" gap="sm">
        <Text size="xs" c={copyError ? 'red' : 'dimmed'} role="status">
          {copyError ? t('screens.common.notCopied') : copied && t('screens.common.copied')}
        </Text>
        <Button
          size="sm"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          disabled={data === undefined}
          onClick={() => copy(data?.text ?? '')}
        >
          {t('screens.common.copyHint')}
        </Button>
      </Group>
    </Stack>
  );
}
