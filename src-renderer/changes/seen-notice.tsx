import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FloatingNotice } from '../ui/floating-notice.tsx';

interface SeenNoticeProps {
  /** The number of changes that were marked as seen; `null` to hide the notice. */
  count: number | null;
  onUndo: () => void;
  /** Called while the notice is used, so that it stays. */
  onHold: () => void;
  onRelease: () => void;
}

/** Says that changes were marked as seen. */
export function SeenNotice({ count, onUndo, onHold, onRelease }: SeenNoticeProps) {
  const { t } = useTranslation();
  return (
    <FloatingNotice
      text={count === null ? null : t('screens.changes.marked', { count })}
      onMouseEnter={onHold}
      onMouseLeave={onRelease}
      onFocus={onHold}
      onBlur={onRelease}
    >
      <Button size="compact-xs" variant="light" onClick={onUndo}>
        {t('screens.changes.undo')}
      </Button>
    </FloatingNotice>
  );
}
