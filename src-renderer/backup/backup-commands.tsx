import { useTimeout } from '@mantine/hooks';
import { useQueryClient, type Query } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Account } from '../../src-shared/account.ts';
import type { RestoredBackup } from '../../src-shared/backup.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Preferences } from '../../src-shared/preferences.ts';
import { isChosenKey, isSavedKey } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useCommand } from '../commands/commands-context.ts';
import { focusList, isFocusLost } from './focus-list.ts';
import { BackupNotice, type NoticeContent } from './backup-notice.tsx';
import type { RestoreContent } from './restore-dialog.tsx';

const RestoreDialog = lazy(async () => ({
  default: (await import('./restore-dialog.tsx')).RestoreDialog,
}));

/** How long the notice is shown, in milliseconds. It stays while it is focused or under the pointer. */
const noticeTime = 15_000;

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
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const { start, clear } = useTimeout(() => setNotice(null), noticeTime);
  const [content, setContent] = useState<RestoreContent | null>(null);
  const [isOpen, setIsOpen] = useState(false);

  const show = (shown: NoticeContent | null) => {
    setNotice(shown);
    if (shown === null) clear();
    else start();
  };
  const backUp = async () => {
    const saved = await call('saveBackup', {});
    if (saved !== null) show({ fileName: saved.fileName });
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
    show(null);
    await readAgain(await call('undoRestore', { backupId }));
    focusList(() => true);
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
    <>
      <BackupNotice content={notice} onHold={clear} onRelease={start} />
      {content && (
        <Suspense fallback={null}>
          <RestoreDialog
            content={content}
            accounts={accounts}
            opened={isOpen}
            onClose={close}
            onClosed={() => focusList(isFocusLost)}
            onChooseFile={() => void chooseFile()}
            onRestored={async (restored, backupId) => {
              await readAgain(restored);
              setIsOpen(false);
              show({
                leftOutViews: restored.leftOutViews,
                undo: () => void undo(backupId).catch(onError),
              });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
