import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { BackupPreview, RestoredBackup } from '../../src-shared/backup.ts';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ErrorAlert, type ShownError } from '../ui/error-alert.tsx';
import { RestoreForm } from './restore-form.tsx';

/** The opened file, or why it could not be opened. */
export type RestoreContent = { preview: BackupPreview } | { error: ShownError };

interface RestoreDialogProps {
  content: RestoreContent;
  /** The accounts on this computer. */
  accounts: readonly Account[];
  opened: boolean;
  onClose: () => void;
  /** Called when the dialog has faded out. */
  onClosed: () => void;
  onChooseFile: () => void;
  /** Called after the file was restored. The dialog waits for it. */
  onRestored: (restored: RestoredBackup, backupId: string) => Promise<void>;
}

/** Shows the content of a backup file, and restores the parts that the user chooses. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { content, accounts, opened, onClose, onClosed, onChooseFile, onRestored } = props;
  const { t } = useTranslation();
  return (
    <AppDialog
      opened={opened}
      onClose={onClose}
      onClosed={onClosed}
      title={t('backup.title')}
      size={560}
    >
      {'error' in content ? (
        <Stack gap="md">
          <ErrorAlert error={content.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('screens.common.cancel')}
            </Button>
            <Button data-autofocus onClick={onChooseFile}>
              {t('backup.chooseFile')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <RestoreForm
          key={content.preview.backupId}
          preview={content.preview}
          accounts={accounts}
          onCancel={onClose}
          onRestored={onRestored}
        />
      )}
    </AppDialog>
  );
}
