import { useTimeout } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useState, type ReactNode } from 'react';
import type { SeenMark } from '../../src-shared/changes.ts';
import { allAccounts } from '../../src-shared/choices.ts';
import { savedOf } from '../bridge/account-key.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { SeenNotice } from './seen-notice.tsx';

/** How long the notice with *Undo* is shown, in milliseconds. It stays while it is focused or under the pointer. */
const noticeTime = 15_000;

type MarkSeen = (marks: readonly SeenMark[], count: number) => void;

const MarkSeenContext = createContext<MarkSeen | null>(null);

interface SeenProviderProps {
  /** Called when changes could not be marked, or when that could not be undone. */
  onError: (error: unknown) => void;
  children: ReactNode;
}

/** Marks changes as seen, and offers to undo that. It is above the accounts, so that its notice survives a change of account. */
export function SeenProvider({ onError, children }: SeenProviderProps) {
  const call = useCall();
  const client = useQueryClient();
  const [marked, setMarked] = useState<{ before: SeenMark[]; count: number } | null>(null);
  const { start, clear } = useTimeout(() => setMarked(null), noticeTime);

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
      setMarked({ before, count });
      start();
    }, onError);
  };
  const undo = () => {
    if (marked !== null) set(marked.before).catch(onError);
    clear();
    setMarked(null);
  };
  return (
    <MarkSeenContext value={markSeen}>
      {children}
      <SeenNotice count={marked?.count ?? null} onUndo={undo} onHold={clear} onRelease={start} />
    </MarkSeenContext>
  );
}

/** Returns the function that marks changes as seen. @param count the number of changes, for the notice. */
export function useMarkSeen(): MarkSeen {
  const markSeen = use(MarkSeenContext);
  if (markSeen === null) throw new Error('useMarkSeen must be used inside a SeenProvider');
  return markSeen;
}
