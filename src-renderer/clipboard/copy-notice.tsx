import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './copy-notice.module.css';
import type { CopyResult } from './use-copy.ts';

/** Shows the result of a copy. It floats over the list, so that the list does not move. */
export function CopyNotice({ result }: { result: CopyResult | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.place} role="status">
      {result !== null && (
        <Paper className={classes.notice} shadow="md" px="sm" py={6}>
          <Text size="xs" fw={500}>
            {result === 'refused'
              ? t('grid.copy.refused')
              : result.rows < result.of
                ? t('grid.copy.copiedFirst', { count: result.rows, of: result.of })
                : t('grid.copy.copied', { count: result.rows })}
          </Text>
        </Paper>
      )}
    </div>
  );
}
