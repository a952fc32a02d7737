import { Paper, Stack } from '@mantine/core';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './export-panel.module.css';
import type { ExportList } from './use-exports.ts';
import { lazyPart } from '../texts/lazy-part.tsx';

const ExportCard = lazyPart(async () => (await import('./export-card.tsx')).ExportCard);

/** A panel over the corner of the window that shows all exports. It is invisible if there are none. */
export function ExportPanel({ exports, start, dismiss }: ExportList) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  return (
    // Always rendered: screen readers announce new content only of a live region that was there before.
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
                <Suspense fallback={null}>
                  <ExportCard
                    export={each}
                    isFirst={each === exports[0]}
                    onBeforeAction={() => panel.current?.focus()}
                    onStart={start}
                    onDismiss={() => dismiss(each.key)}
                  />
                </Suspense>
              </Paper>
            ))}
          </Stack>
        </section>
      )}
    </div>
  );
}
