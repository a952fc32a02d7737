import { createContext, use, useRef, useState, type ReactNode } from 'react';
import type { AnnotateTenantsRequest } from '../../src-shared/annotate-tenants.ts';
import { AppError } from '../../src-shared/errors.ts';
import { useAnnotate } from './use-annotate.ts';

/** A note that was typed and is not saved, or is being saved. */
interface NoteDraft {
  text: string;
  /** Why it could not be saved; `null` if that has not been tried, or if it is being saved. */
  error: AppError | null;
}

type NoteTarget = Pick<AnnotateTenantsRequest, 'accountId' | 'tenants'>;

interface NoteDrafts {
  /** Returns the draft of a tenant by its account and key; `undefined` if its note is saved. */
  draftOf: (key: string) => NoteDraft | undefined;
  type: (key: string, text: string) => void;
  /** Saves the draft of a tenant. If that fails, the draft is kept with the error. */
  save: (key: string, target: NoteTarget) => void;
}

const DraftsContext = createContext<NoteDrafts | null>(null);

/**
 * Keeps typed notes until they are saved. It is above the drawer, so that a note that could not be saved is still there
 * when its tenant is opened again.
 */
export function NoteDraftsProvider({ children }: { children: ReactNode }) {
  const { annotate } = useAnnotate();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, NoteDraft>>(new Map());
  /** The texts that are being saved, by key. */
  const saving = useRef(new Map<string, string>());
  const set = (key: string, draft: NoteDraft) =>
    setDrafts((before) => new Map([...before, [key, draft]]));
  const save = async (key: string, { accountId, tenants }: NoteTarget, text: string) => {
    // Closing the drawer saves twice: on blur and on unmount. The second call would hide the error of the first one.
    if (saving.current.get(key) === text) return;
    saving.current.set(key, text);
    set(key, { text, error: null });
    try {
      await annotate({ accountId, tenants, change: { note: text } });
      // Keeps what was typed in the meantime.
      setDrafts((before) =>
        before.get(key)?.text === text
          ? new Map([...before].filter(([other]) => other !== key))
          : before,
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setDrafts(
        (before) => new Map([...before, [key, { text: before.get(key)?.text ?? text, error }]]),
      );
    } finally {
      // Another text may be being saved by now.
      if (saving.current.get(key) === text) saving.current.delete(key);
    }
  };
  return (
    <DraftsContext
      value={{
        draftOf: (key) => drafts.get(key),
        type: (key, text) => set(key, { text, error: null }),
        save: (key, target) => {
          const draft = drafts.get(key);
          if (draft !== undefined) void save(key, target, draft.text);
        },
      }}
    >
      {children}
    </DraftsContext>
  );
}

/** Returns the notes that were typed and are not saved. */
export function useNoteDrafts(): NoteDrafts {
  const drafts = use(DraftsContext);
  if (drafts === null) throw new Error('useNoteDrafts must be used inside a NoteDraftsProvider');
  return drafts;
}
