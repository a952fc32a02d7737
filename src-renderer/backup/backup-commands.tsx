import { useQueryClient, type Query } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../src-shared/account.ts';
import type { RestoredBackup } from '../../src-shared/backup.ts';
import { AppError } from '../../src-shared/errors.ts';
import { mostViews } from '../../src-shared/limits.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import { isChosenKey, isSavedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useCommand } from '../commands/commands-context.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { useNotice } from '../ui/notice-provider.tsx';
import { focusList } from './focus-list.ts';
import type { RestoreContent } from './restore-dialog.tsx';

const RestoreDialog = lazyPart(async () => (await import('./restore-dialog.tsx')).RestoreDialog);

interface BackupCommandsProps {
  /** All accounts. */
  accounts: readonly Account[];
  /** Called after a restore, with the preferences if they were restored. The screen must be drawn again. */
  onRestored: (preferences: Preferences | null) => void;
  /** Called with an error that no dialog shows. */
  onError: (error: unknown) => void;
}

/** Offers the commands that write and restore a backup file, with the dialog and the notices of both. */
export function BackupCommands({ accounts, onRestored, onError }: BackupCommandsProps) {
  const call = useCall();
  const client = useQueryClient();
  const { t } = useTranslation();
  const showNotice = useNotice();
  const [content, setContent] = useState<RestoreContent | null>(null);
  const [isOpen, setIsOpen] = useState(false);

  const backUp = async () => {
    const saved = await call('saveBackup', {});
    if (saved !== null) showNotice({ text: t('backup.saved', { name: saved.fileName }) });
  };
  const openDialog = (opened: RestoreContent) => {
    setContent(opened);
    setIsOpen(true);
  };
  const chooseFile = async () => {
    try {
      const preview = await call('openBackup', {});
      if (preview !== null) openDialog({ preview });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      openDialog({ error });
    }
  };
  /** Shows what the main process has changed. */
  const readAgain = async ({ preferences }: RestoredBackup) => {
    const predicate = ({ queryKey }: Query) => isChosenKey(queryKey);
    client.removeQueries({ predicate, type: 'inactive' });
    await client.refetchQueries({ predicate });
    // At once, so that the focus can move to the new screen.
    flushSync(() => onRestored(preferences));
    await client.invalidateQueries({ predicate: ({ queryKey }) => isSavedKey(queryKey) });
  };
  const undo = async (backupId: string) => {
    await readAgain(await call('undoRestore', { backupId }));
    focusList();
  };
  const close = () => {
    setIsOpen(false);
    if (content === null || 'error' in content) return;
    // Ignore the error: the next file that is opened replaces this one.
    call('closeBackup', { backupId: content.preview.backupId }).catch(() => undefined);
  };
  useCommand('backUp', () => void backUp().catch(onError));
  useCommand('restoreBackup', () => void chooseFile());
  return (
    content && (
      <Suspense fallback={null}>
        <RestoreDialog
          content={content}
          accounts={accounts}
          opened={isOpen}
          onClose={close}
          onClosed={focusList}
          onChooseFile={() => void chooseFile()}
          onRestored={async (restored, backupId) => {
            await readAgain(restored);
            setIsOpen(false);
            showNotice({
              text: textOf(t, restored),
              undo: () => void undo(backupId).catch(onError),
            });
          }}
        />
      </Suspense>
    )
  );
}

function textOf(t: TFunction, { leftOutViews }: RestoredBackup): string {
  return leftOutViews === 0
    ? t('backup.restored')
    : t('backup.leftOut', { count: leftOutViews, most: mostViews });
}
