import { useTranslation } from 'react-i18next';
import type { CommandDialogProps } from '../commands/lazy-dialog.tsx';
import { AppDialog } from '../ui/app-dialog.tsx';
import { ReleaseNotesList } from './release-notes-list.tsx';
import { useUpdateStatus } from './use-update-status.ts';

/** Shows what is new in each version, newest first. */
export function WhatsNewDialog({ opened, onClose }: CommandDialogProps) {
  const { t } = useTranslation();
  const status = useUpdateStatus();
  return (
    <AppDialog opened={opened} onClose={onClose} title={t('updates.whatsNew')} size={640}>
      <ReleaseNotesList version={status && status.kind !== 'none' ? status.version : null} />
    </AppDialog>
  );
}
