import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRunCommand } from '../commands/commands-context.ts';

/** Buttons that write and restore a backup file. @param onClose closes the settings, which would cover the notices. */
export function OwnDataSection({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const run = useRunCommand();
  const closeAndRun = (command: 'backUp' | 'restoreBackup') => {
    onClose();
    run(command);
  };
  return (
    <>
      <Text size="sm">{t('backup.introduction')}</Text>
      <Group>
        <Button variant="default" onClick={() => closeAndRun('backUp')}>
          {t('commands.backUp')}
        </Button>
        <Button variant="default" onClick={() => closeAndRun('restoreBackup')}>
          {t('commands.restoreBackup')}
        </Button>
      </Group>
    </>
  );
}
