import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FloatingNotice } from '../ui/floating-notice.tsx';
import { useViews } from './views-provider.tsx';

/** Says that a view was deleted, and offers to undo that. It stays while it is focused or under the pointer. */
export function DeletedViewNotice() {
  const { t } = useTranslation();
  const { deleted, notice, undoRemove } = useViews();
  return (
    <FloatingNotice
      text={deleted && t('views.deleted', { name: deleted.name })}
      onMouseEnter={notice.clear}
      onMouseLeave={notice.start}
      onFocus={notice.clear}
      onBlur={notice.start}
    >
      <Button size="compact-xs" variant="light" onClick={undoRemove}>
        {t('views.undo')}
      </Button>
    </FloatingNotice>
  );
}
