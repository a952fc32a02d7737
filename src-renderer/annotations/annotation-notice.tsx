import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AnnotationChange } from '../../src-shared/annotations.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { ImportReport } from '../../src-shared/import-annotations.ts';
import { FloatingNotice } from '../ui/floating-notice.tsx';
import { importedText } from './imported-text.ts';

export type NoticeContent =
  | {
      change: AnnotationChange;
      /** The number of tenants. */
      count: number;
      /** `null` if it cannot be undone. */
      undo: (() => void) | null;
    }
  | { imported: ImportReport; undo: (() => void) | null }
  | { error: AppError; retry: () => void };

interface AnnotationNoticeProps {
  /** `null` hides the notice. */
  content: NoticeContent | null;
  /** Called while the notice is used, so that it stays. */
  onHold: () => void;
  onRelease: () => void;
}

/** Says what was changed, with a button that undoes it, or why nothing was changed. */
export function AnnotationNotice({ content, onHold, onRelease }: AnnotationNoticeProps) {
  const { t } = useTranslation();
  const button = content && buttonOf(t, content);
  return (
    <FloatingNotice
      text={content && textOf(t, content)}
      onMouseEnter={onHold}
      onMouseLeave={onRelease}
      onFocus={onHold}
      onBlur={onRelease}
    >
      {button && (
        <Button size="compact-xs" variant="light" onClick={button.run}>
          {button.label}
        </Button>
      )}
    </FloatingNotice>
  );
}

function textOf(t: TFunction, content: NoticeContent): string {
  if ('error' in content) return t(`errors.${content.error.code}`);
  if ('imported' in content) return importedText(t, content.imported);
  return t(`marks.done.${doneText(content.change)}`, { count: content.count });
}

function buttonOf(t: TFunction, content: NoticeContent) {
  if ('error' in content) return { label: t('screens.common.tryAgain'), run: content.retry };
  return content.undo && { label: t('marks.undo'), run: content.undo };
}

function doneText({ isStarred, addTags, removeTags }: AnnotationChange) {
  if (isStarred !== undefined) return isStarred ? 'starred' : 'unstarred';
  if (addTags !== undefined) return 'tagged';
  return removeTags === undefined ? 'noted' : 'untagged';
}
