import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenMark } from '../../src-shared/changes.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { savedOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useNotice } from '../ui/notice-provider.tsx';

type MarkSeen = (marks: readonly SeenMark[], count: number) => void;

const MarkSeenContext = createContext<MarkSeen | null>(null);

interface SeenProviderProps {
  /** Called when changes could not be marked, or when that could not be undone. */
  onError: (error: unknown) => void;
  children: ReactNode;
}

/** Marks changes as seen, and offers to undo that. */
export function SeenProvider({ onError, children }: SeenProviderProps) {
  const call = useCall();
  const client = useQueryClient();
  const { t } = useTranslation();
  const showNotice = useNotice();

  const set = async (marks: readonly SeenMark[]) => {
    const before = await call('setSeen', { marks: [...marks] });
    const accountIds = [allAccounts, ...marks.map(({ accountId }) => accountId)];
    for (const accountId of accountIds) {
      void client.invalidateQueries({ queryKey: savedOf(accountId) });
    }
    return before;
  };
  const markSeen: MarkSeen = (marks, count) => {
    set(marks).then((before) => {
      if (count === 0) return;
      showNotice({
        text: t('screens.changes.marked', { count }),
        undo: () => void set(before).catch(onError),
      });
    }, onError);
  };
  return <MarkSeenContext value={markSeen}>{children}</MarkSeenContext>;
}

/** Returns the function that marks changes as seen. @param count the number of changes, for the notice. */
export function useMarkSeen(): MarkSeen {
  const markSeen = use(MarkSeenContext);
  if (markSeen === null) throw new Error('useMarkSeen must be used inside a SeenProvider');
  return markSeen;
}
