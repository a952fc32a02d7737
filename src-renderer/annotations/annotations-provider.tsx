import { createContext, Suspense, use, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotateTenantsRequest } from '../../src-shared/annotate-tenants.ts';
import type {
  AnnotatedTenant,
  AnnotationChange,
  FormerAnnotations,
} from '../../src-shared/annotations.ts';
import { AppError } from '../../src-shared/errors.ts';
import { mostExportedRows } from '../../src-shared/limits.ts';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { useNotice } from '../ui/notice-provider.tsx';
import type { MarkDialogContent } from './mark-dialog.tsx';
import type { OwnerDialogContent } from './owner-dialog.tsx';
import { useAnnotate } from './use-annotate.ts';

const MarkDialog = lazyPart(async () => (await import('./mark-dialog.tsx')).MarkDialog);
const FailureText = lazyPart(async () => (await import('./failure-text.tsx')).FailureText);
const OwnerDialog = lazyPart(async () => (await import('./owner-dialog.tsx')).OwnerDialog);

interface Annotations {
  /** Changes annotations. The result, or why it failed, is shown in a notice. */
  mark: (request: AnnotateTenantsRequest) => void;
  /** Changes annotations. Only a failure is shown in a notice. */
  change: (request: AnnotateTenantsRequest) => void;
  /** Shows in a notice why annotations were not changed. @param retry tries again. */
  showFailure: (error: unknown, retry: () => void) => void;
  /** Restores annotations and names of owners. Only a failure is shown in a notice. */
  undo: (before: FormerAnnotations) => void;
  /** Opens the dialog that changes the tags or notes of tenants. */
  openMarkDialog: (content: MarkDialogContent) => void;
  openOwnerDialog: (owner: OwnerDialogContent) => void;
  /** Whether one of the dialogs is open. Escape then closes only that dialog, and not the drawer behind it. */
  hasOpenDialog: boolean;
}

const AnnotationsContext = createContext<Annotations | null>(null);

/** Provides functions that change annotations, and shows their dialogs and their result in a notice. */
export function AnnotationsProvider({ children }: { children: ReactNode }) {
  const { annotate, restore } = useAnnotate();
  const { t } = useTranslation();
  const showNotice = useNotice();
  const [marking, setMarking] = useState<MarkDialogContent | null>(null);
  const [isMarking, setIsMarking] = useState(false);
  const [owner, setOwner] = useState<OwnerDialogContent | null>(null);
  const [isNaming, setIsNaming] = useState(false);

  const showFailure = (error: unknown, retry: () => void) => {
    if (!(error instanceof AppError)) throw error;
    showNotice({
      text: (
        <Suspense>
          <FailureText code={error.code} />
        </Suspense>
      ),
      retry,
    });
  };
  const undo = (before: FormerAnnotations) => {
    restore(before).catch((error: unknown) => showFailure(error, () => undo(before)));
  };
  const showDone = (changed: AnnotationChange, before: AnnotatedTenant[]) =>
    showNotice({
      text: t(`marks.done.${doneText(changed)}`, { count: before.length }),
      // The bridge accepts no more.
      undo: before.length <= mostExportedRows ? () => undo({ annotations: before }) : null,
    });
  const mark = (request: AnnotateTenantsRequest) => {
    annotate(request).then(
      (before) => showDone(request.change, before),
      (error: unknown) => showFailure(error, () => mark(request)),
    );
  };
  const change = (request: AnnotateTenantsRequest) => {
    annotate(request).catch((error: unknown) => showFailure(error, () => change(request)));
  };
  const openMarkDialog = (content: MarkDialogContent) => {
    setMarking(content);
    setIsMarking(true);
  };
  const openOwnerDialog = (named: OwnerDialogContent) => {
    setOwner(named);
    setIsNaming(true);
  };
  return (
    <AnnotationsContext
      value={{
        ...{ mark, change, showFailure, undo, openMarkDialog, openOwnerDialog },
        hasOpenDialog: isMarking || isNaming,
      }}
    >
      {children}
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

function doneText({ isStarred, addTags, removeTags }: AnnotationChange) {
  if (isStarred !== undefined) return isStarred ? 'starred' : 'unstarred';
  if (addTags !== undefined) return 'tagged';
  return removeTags === undefined ? 'noted' : 'untagged';
}

/** Returns functions that change annotations. */
export function useAnnotations(): Annotations {
  const annotations = use(AnnotationsContext);
  if (annotations === null) {
    throw new Error('useAnnotations must be used inside an AnnotationsProvider');
  }
  return annotations;
}
