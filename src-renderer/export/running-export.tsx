import { Button, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Often enough to know that it goes on, seldom enough to hear anything else. */
const rowsBetweenAnnouncements = 1000;

/** How many rows have come so far, and the way to stop. How many will come, nobody knows. */
export function RunningExport({ rows, onCancel }: { rows: number; onCancel: () => void }) {
  const { t } = useTranslation();
  const [canceling, setCanceling] = useState(false);
  const announced = rows - (rows % rowsBetweenAnnouncements);
  return (
    <>
      <Progress
        value={100}
        size="xs"
        animated
        striped
        aria-label={t('screens.export.running')}
        mb="sm"
      />
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed" aria-live="off" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows === 0
            ? t('screens.export.starting')
            : t('screens.export.rowsSoFar', { count: rows })}
        </Text>
        {announced > 0 && (
          <VisuallyHidden>{t('screens.export.rowsSoFar', { count: announced })}</VisuallyHidden>
        )}
        <Button
          size="xs"
          variant="default"
          disabled={canceling}
          onClick={() => {
            setCanceling(true);
            onCancel();
          }}
        >
          {t('screens.common.cancel')}
        </Button>
      </Group>
    </>
  );
}
