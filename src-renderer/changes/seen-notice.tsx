import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './seen-notice.module.css';

interface SeenNoticeProps {
  /** The number of changes that were marked as seen; `null` to hide the notice. */
  count: number | null;
  onUndo: () => void;
  /** Called while the notice is used, so that it stays. */
  onHold: () => void;
  onRelease: () => void;
}

/** Says that changes were marked as seen. It floats over the list, so that the list does not move. */
export function SeenNotice({ count, onUndo, onHold, onRelease }: SeenNoticeProps) {
  const { t } = useTranslation();
  return (
    // Always rendered: screen readers announce new content only of a live region that was there before.
    <div className={classes.place} role="status">
      {count !== null && (
        <Paper
          className={classes.notice}
          shadow="md"
          px="sm"
          py={6}
          onMouseEnter={onHold}
          onMouseLeave={onRelease}
          onFocus={onHold}
          onBlur={onRelease}
        >
          <Group gap="sm" wrap="nowrap">
            <Text size="xs" fw={500}>
              {t('screens.changes.marked', { count })}
            </Text>
            <Button size="compact-xs" variant="light" onClick={onUndo}>
              {t('screens.changes.undo')}
            </Button>
          </Group>
        </Paper>
      )}
    </div>
  );
}
