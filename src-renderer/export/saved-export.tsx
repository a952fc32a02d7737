import { Button, Group, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import type { SavedExport as Saved } from './use-exports.ts';

/** What was saved under which name, and the ways to it. */
export function SavedExport({ saved }: { saved: Saved }) {
  const { t } = useTranslation();
  const call = useCall();
  const { exportId, path, rows, unreadableRows } = saved;
  const go = useMutation({
    mutationFn: (way: 'openExport' | 'showExport') => call(way, { exportId }),
  });
  return (
    <>
      <Text truncate title={path}>
        {path.split(/[\\/]/).at(-1)}
      </Text>
      <Text c="dimmed" mt={2}>
        {t('screens.export.rows', { count: rows })}
      </Text>
      {unreadableRows > 0 && (
        <Text size="xs" mt={4}>
          {t('screens.export.unreadableRows', { count: unreadableRows })}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder size={16} />}
          onClick={() => go.mutate('showExport')}
        >
          {t('screens.export.showInFolder')}
        </Button>
        <Button size="xs" onClick={() => go.mutate('openExport')}>
          {t('screens.export.open')}
        </Button>
      </Group>
      {go.error && <ErrorAlert error={go.error} mt="sm" />}
    </>
  );
}
