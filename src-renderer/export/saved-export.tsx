import { Button, Group, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCall } from '../bridge/bridge-context.ts';
import { ErrorAlert } from '../ui/error-alert.tsx';
import { useHideLater } from './use-hide-later.ts';
import type { ExportResultOf } from './use-exports.ts';

/** Returns the last part of a path of any operating system. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

interface SavedExportProps {
  saved: ExportResultOf<'saved'>;
  /** It must not disappear now. */
  isHeld: boolean;
  onHide: () => void;
}

/**
 * The result of a saved export: file name, number of rows, and buttons that open the file or its folder. It disappears
 * after a while, unless it says something that the user should know.
 */
export function SavedExport({ saved, isHeld, onHide }: SavedExportProps) {
  const { t } = useTranslation();
  const call = useCall();
  const {
    exportId,
    path,
    notReplaced,
    excelLimit,
    rows,
    changeLines,
    unreadableRows,
    missingRows,
  } = saved;
  const open = useMutation({
    mutationFn: (channel: 'openExport' | 'showExport') => call(channel, { exportId }),
  });
  const isPlain =
    notReplaced === null && excelLimit === null && unreadableRows === 0 && missingRows === 0;
  useHideLater(isPlain && !isHeld && open.error === null, onHide);
  return (
    <>
      <Text truncate title={path}>
        {fileName(path)}
      </Text>
      <Text c="dimmed" mt={2}>
        {changeLines === null
          ? t('screens.export.rows', { count: rows })
          : [
              t('screens.export.tenants', { count: rows }),
              t('screens.export.changeLines', { count: changeLines }),
            ].join(', ')}
      </Text>
      {notReplaced !== null && (
        <Text size="xs" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {notReplaced.code === 'file_in_use'
            ? t('screens.export.savedBeside', { name: fileName(notReplaced.path) })
            : t('screens.export.savedElsewhere', { name: fileName(notReplaced.path), path })}
        </Text>
      )}
      {excelLimit !== null && (
        <Text size="xs" mt={4}>
          {t(`screens.export.excelLimits.${excelLimit}`)}
        </Text>
      )}
      {unreadableRows > 0 && (
        <Text size="xs" mt={4}>
          {t('screens.export.unreadableRows', { count: unreadableRows })}
        </Text>
      )}
      {missingRows > 0 && (
        <Text size="xs" mt={4}>
          {t('screens.export.missingRows', { count: missingRows })}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder size={16} />}
          onClick={() => open.mutate('showExport')}
        >
          {t('screens.export.showInFolder')}
        </Button>
        <Button size="xs" onClick={() => open.mutate('openExport')}>
          {t('screens.export.open')}
        </Button>
      </Group>
      {open.error && <ErrorAlert error={open.error} mt="sm" />}
    </>
  );
}
