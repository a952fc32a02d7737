import { Paper, Stack } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportCard } from './export-card.tsx';
import classes from './export-panel.module.css';
import type { ExportList } from './use-exports.ts';

/** The cards of all exports. */
export function ExportCards({ exports, start, dismiss }: ExportList) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const [isUnderPointer, setIsUnderPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const isVisible = useDocumentVisibility() === 'visible';
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={t('screens.export.title')}
      onMouseEnter={() => setIsUnderPointer(true)}
      onMouseLeave={() => setIsUnderPointer(false)}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
    >
      <Stack gap="xs">
        {exports.map((each) => (
          <Paper key={each.key} component="article" withBorder shadow="lg" p="md" radius="lg">
            <ExportCard
              export={each}
              isFirst={each === exports[0]}
              // No card disappears from under the pointer, or while nobody can see it.
              isHeld={isUnderPointer || hasFocus || !isVisible}
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
