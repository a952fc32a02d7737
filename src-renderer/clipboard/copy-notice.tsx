import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './copy-notice.module.css';
import type { Copied } from './use-copy.ts';

/** Says what was copied, over the list so that nothing moves. */
export function CopyNotice({ copied }: { copied: Copied | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.place} role="status">
      {copied !== null && (
        <Paper className={classes.notice} shadow="md" px="sm" py={6}>
          <Text size="xs" fw={500}>
            {copied === 'refused'
              ? t('grid.copy.refused')
              : copied.rows < copied.of
                ? t('grid.copy.copiedFirst', { count: copied.rows, of: copied.of })
                : t('grid.copy.copied', { count: copied.rows })}
          </Text>
        </Paper>
      )}
    </div>
  );
}
