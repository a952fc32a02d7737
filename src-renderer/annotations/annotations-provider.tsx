import { useTimeout } from '@mantine/hooks';
import { createContext, lazy, use, useState, type ReactNode } from 'react';
import type { AnnotateTenantsRequest } from '../../src-shared/annotate-tenants.ts';
import type {
  AnnotatedTenant,
  AnnotationChange,
  FormerAnnotations,
} from '../../src-shared/annotations.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { ImportResult } from '../../src-shared/import-annotations.ts';
import { mostExportedRows } from '../../src-shared/limits.ts';
import { Later } from '../ui/later.tsx';
import { AnnotationNotice, type NoticeContent } from './annotation-notice.tsx';
import type { MarkDialogContent } from './mark-dialog.tsx';
import type { NamedOwner } from './owner-dialog.tsx';
import { useAnnotate } from './use-annotate.ts';

const MarkDialog = lazy(async () => ({
  default: (await import('./mark-dialog.tsx')).MarkDialog,
}));
const OwnerDialog = lazy(async () => ({
  default: (await import('./owner-dialog.tsx')).OwnerDialog,
}));

/** How long the notice with *Undo* is shown, in milliseconds. It stays while it is focused or under the pointer. */
const noticeTime = 15_000;

interface Annotations {
  /** Changes annotations. The result, or why it failed, is shown in a notice. */
  mark: (request: AnnotateTenantsRequest) => void;
  /** Stars a tenant, or removes its star. Only a failure is shown in a notice. */
  setStar: (accountId: string, key: string, isStarred: boolean) => void;
  /** Opens the dialog that changes the tags or notes of tenants. */
  openMarkDialog: (content: MarkDialogContent) => void;
  openOwnerDialog: (owner: NamedOwner) => void;
  /** Shows in a notice what was imported. */
  showImported: (result: ImportResult) => void;
  /** Escape closes the dialog, and not what is behind it. */
  isDialogOpen: boolean;
}

const AnnotationsContext = createContext<Annotations | null>(null);

/** Provides functions that change annotations, and shows their dialogs and the notice with *Undo*. */
export function AnnotationsProvider({ children }: { children: ReactNode }) {
  const { annotate, restore } = useAnnotate();
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const { start, clear } = useTimeout(() => setNotice(null), noticeTime);
  const [marking, setMarking] = useState<MarkDialogContent | null>(null);
  const [isMarking, setIsMarking] = useState(false);
  const [owner, setOwner] = useState<NamedOwner | null>(null);
  const [isNaming, setIsNaming] = useState(false);

  const show = (content: NoticeContent | null) => {
    setNotice(content);
    if (content === null) clear();
    else start();
  };
  const showFailure = (error: unknown, retry: () => void) => {
    if (!(error instanceof AppError)) throw error;
    show({ error, retry });
  };
  const undo = (before: FormerAnnotations) => {
    show(null);
    restore(before).catch((error: unknown) => showFailure(error, () => undo(before)));
  };
  const showDone = (change: AnnotationChange, before: AnnotatedTenant[]) =>
    show({
      change,
      count: before.length,
      // The bridge accepts no more.
      undo: before.length <= mostExportedRows ? () => undo({ annotations: before }) : null,
    });
  const showImported = ({ report, before }: ImportResult) => {
    const { annotations, ownerNames = [] } = before;
    const count = Math.max(annotations.length, ownerNames.length);
    const canUndo = count > 0 && count <= mostExportedRows;
    show({ imported: report, undo: canUndo ? () => undo(before) : null });
  };
  const mark = (request: AnnotateTenantsRequest) => {
    annotate(request).then(
      (before) => showDone(request.change, before),
      (error: unknown) => showFailure(error, () => mark(request)),
    );
  };
  const setStar = (accountId: string, key: string, isStarred: boolean) => {
    annotate({ accountId, tenants: { keys: [key] }, change: { isStarred } }).catch(
      (error: unknown) => showFailure(error, () => setStar(accountId, key, isStarred)),
    );
  };
  const openMarkDialog = (content: MarkDialogContent) => {
    setMarking(content);
    setIsMarking(true);
  };
  const openOwnerDialog = (named: NamedOwner) => {
    setOwner(named);
    setIsNaming(true);
  };
  return (
    <AnnotationsContext
      value={{
        ...{ mark, setStar, openMarkDialog, openOwnerDialog, showImported },
        isDialogOpen: isMarking || isNaming,
      }}
    >
      {children}
      <AnnotationNotice content={notice} onHold={clear} onRelease={start} />
      <Later isWanted={isMarking || isNaming}>
        {marking && (
          <MarkDialog
            content={marking}
            opened={isMarking}
            onClose={() => setIsMarking(false)}
            onDone={showDone}
          />
        )}
        {owner && (
          <OwnerDialog owner={owner} opened={isNaming} onClose={() => setIsNaming(false)} />
        )}
      </Later>
    </AnnotationsContext>
  );
}

/** Returns functions that change annotations. */
export function useAnnotations(): Annotations {
  const annotations = use(AnnotationsContext);
  if (annotations === null) {
    throw new Error('useAnnotations must be used inside an AnnotationsProvider');
  }
  return annotations;
}
