import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { mostViews } from '../../src-shared/limits.ts';
import { FloatingNotice } from '../ui/floating-notice.tsx';

export type NoticeContent = { fileName: string } | { leftOutViews: number; undo: () => void };

interface BackupNoticeProps {
  /** `null` hides the notice. */
  content: NoticeContent | null;
  /** Called while the notice is used, so that it stays. */
  onHold: () => void;
  onRelease: () => void;
}

/** Says what was saved or restored. A restore can be undone. */
export function BackupNotice({ content, onHold, onRelease }: BackupNoticeProps) {
  const { t } = useTranslation();
  return (
    <FloatingNotice
      text={content && textOf(t, content)}
      onMouseEnter={onHold}
      onMouseLeave={onRelease}
      onFocus={onHold}
      onBlur={onRelease}
    >
      {content !== null && 'undo' in content && (
        <Button size="compact-xs" variant="light" onClick={content.undo}>
          {t('marks.undo')}
        </Button>
      )}
    </FloatingNotice>
  );
}

function textOf(t: TFunction, content: NoticeContent): string {
  if ('fileName' in content) return t('screens.backup.saved', { name: content.fileName });
  const { leftOutViews } = content;
  return leftOutViews === 0
    ? t('screens.backup.restored')
    : t('screens.backup.leftOut', { count: leftOutViews, most: mostViews });
}
