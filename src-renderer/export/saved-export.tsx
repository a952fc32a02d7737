import { Button, Group, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import type { SavedExport as Saved } from './use-export.ts';

/** What was saved under which name, and the way to it. */
export function SavedExport({ saved }: { saved: Saved }) {
  const { t } = useTranslation();
  const call = useCall();
  const { exportId, path, rows, unreadableRows } = saved;
  const show = useMutation({ mutationFn: () => call('showExport', { exportId }) });
  return (
    <>
      <Text truncate title={path}>
        {path.split(/[\\/]/).at(-1)}
      </Text>
      {unreadableRows > 0 && (
        <Text size="xs" mt={4}>
          {t('screens.export.unreadableRows', { count: unreadableRows })}
        </Text>
      )}
      <Group justify="space-between" wrap="nowrap" mt="sm">
        <Text c="dimmed">{t('screens.export.rows', { count: rows })}</Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder size={16} />}
          onClick={() => show.mutate()}
        >
          {t('screens.export.showInFolder')}
        </Button>
      </Group>
      {show.error && <ErrorAlert error={show.error} mt="sm" />}
    </>
  );
}
