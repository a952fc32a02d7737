import { Paper, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportCard } from './export-card.tsx';
import classes from './export-panel.module.css';
import type { ExportList } from './use-exports.ts';

/** The cards of all exports. */
export function ExportCards({ exports, start, dismiss }: ExportList) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={t('screens.export.title')}
    >
      <Stack gap="xs">
        {exports.map((each) => (
          <Paper key={each.key} component="article" withBorder shadow="lg" p="md" radius="lg">
            <ExportCard
              export={each}
              isFirst={each === exports[0]}
              onBeforeAction={() => panel.current?.focus()}
              onStart={start}
              onDismiss={() => dismiss(each.key)}
            />
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
