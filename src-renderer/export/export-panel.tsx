import { Paper, Stack } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportCard } from './export-card.tsx';
import classes from './export-panel.module.css';
import type { Exporting } from './use-exports.ts';

/** How the exports are doing, beside the list rather than in its way; gone when there is nothing to say. */
export function ExportPanel({ exporting }: { exporting: Exporting }) {
  const { t } = useTranslation();
  const { exports, start, dismiss } = exporting;
  const panel = useRef<HTMLElement>(null);
  return (
    // Always there, so that what appears inside is read aloud.
    <div className={classes.place} role="status">
      {exports.length > 0 && (
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
                  // The keyboard stays in the panel when the button under it goes.
                  onAct={() => panel.current?.focus()}
                  onStart={start}
                  onDismiss={() => dismiss(each.key)}
                />
              </Paper>
            ))}
          </Stack>
        </section>
      )}
    </div>
  );
}
