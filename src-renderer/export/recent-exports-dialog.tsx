import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFolder, IconRepeat } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecentExport } from '../../src-shared/export-tenants.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useStartExport } from './exports-provider.tsx';
import { repeatOf } from './repeat-of.ts';
import classes from './recent-exports-dialog.module.css';

interface RecentExportsDialogProps {
  opened: boolean;
  onClose: () => void;
  accountId: string;
  recent: readonly RecentExport[];
}

/** The last exports of an account: each can be opened, shown in its folder, and repeated. */
export function RecentExportsDialog(props: RecentExportsDialogProps) {
  const { opened, onClose, accountId, recent } = props;
  const { t } = useTranslation();
  const start = useStartExport();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('screens.export.recent')}>
      {recent.length === 0 ? (
        <Text c="dimmed">{t('screens.export.noRecent')}</Text>
      ) : (
        <ul className={classes.list}>
          {recent.map((each) => {
            const request = repeatOf(accountId, each);
            return (
              <li key={each.exportId}>
                <RecentExportEntry
                  recent={each}
                  onRepeat={
                    request &&
                    (() => {
                      onClose();
                      start(request);
                    })
                  }
                />
              </li>
            );
          })}
        </ul>
      )}
    </AppDialog>
  );
}

interface RecentExportEntryProps {
  recent: RecentExport;
  /** `null` if the export cannot be repeated. */
  onRepeat: (() => void) | null;
}

function RecentExportEntry({ recent, onRepeat }: RecentExportEntryProps) {
  const { t } = useTranslation();
  const call = useCall();
  const formatDate = useDateFormat();
  const { exportId, name, exportedAt, rows, changeLines } = recent;
  const open = useMutation({
    mutationFn: (channel: 'openExport' | 'showExport') => call(channel, { exportId }),
  });
  const facts = [
    formatDate(exportedAt),
    t('screens.export.rows', { count: rows }),
    ...(changeLines === null ? [] : [t('screens.export.changeLines', { count: changeLines })]),
  ];
  const about = (label: string) => ({ 'aria-label': `${label}: ${name}` });
  return (
    <Stack gap={4}>
      <Text truncate title={name}>
        {name}
      </Text>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRepeat size={14} />}
            disabled={onRepeat === null}
            onClick={() => onRepeat?.()}
            {...about(t('commands.exportAgain'))}
          >
            {t('commands.exportAgain')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconFolder size={14} />}
            onClick={() => open.mutate('showExport')}
            {...about(t('screens.export.showInFolder'))}
          >
            {t('screens.export.showInFolder')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => open.mutate('openExport')}
            {...about(t('screens.export.open'))}
          >
            {t('screens.export.open')}
          </Button>
        </Group>
      </Group>
      {onRepeat === null && (
        <Text size="xs" c="dimmed">
          {t('screens.export.notRepeatable')}
        </Text>
      )}
      {open.error && <ErrorAlert error={open.error} />}
    </Stack>
  );
}
