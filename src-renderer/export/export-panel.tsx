import { CloseButton, Group, Paper, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './export-panel.module.css';
import { FailedExport } from './failed-export.tsx';
import { RunningExport } from './running-export.tsx';
import { SavedExport } from './saved-export.tsx';
import type { Exporting, ExportState } from './use-export.ts';

const titles = {
  running: 'screens.export.running',
  saved: 'screens.export.saved',
  canceled: 'screens.export.title',
  failed: 'screens.export.failed',
} as const satisfies Record<Exclude<ExportState['status'], 'idle'>, string>;

/** How the export is doing, beside the list rather than in its way; gone when there is nothing to say. */
export function ExportPanel({ exporting }: { exporting: Exporting }) {
  const { t } = useTranslation();
  const { state, start, cancel, dismiss } = exporting;
  const panel = useRef<HTMLElement>(null);
  /** The keyboard stays in the panel when the button under it goes. */
  const keepFocus = () => panel.current?.focus();
  return (
    // Always there, so that what appears inside is read aloud.
    <div className={classes.place} role="status">
      {state.status !== 'idle' && (
        <Paper
          component="section"
          ref={panel}
          tabIndex={-1}
          className={classes.panel}
          withBorder
          shadow="lg"
          p="md"
          radius="lg"
          aria-label={t('screens.export.title')}
        >
          <Group justify="space-between" wrap="nowrap" mb={6} mih={22}>
            <Text fw={600}>{t(titles[state.status])}</Text>
            {state.status !== 'running' && (
              <CloseButton size="sm" aria-label={t('screens.common.close')} onClick={dismiss} />
            )}
          </Group>
          {state.status === 'running' && (
            <RunningExport
              rows={state.rows}
              onCancel={() => {
                keepFocus();
                cancel();
              }}
            />
          )}
          {state.status === 'saved' && <SavedExport saved={state.saved} />}
          {state.status === 'canceled' && <Text>{t('screens.export.canceled')}</Text>}
          {state.status === 'failed' && (
            <FailedExport
              error={state.error}
              onTryAgain={() => {
                keepFocus();
                start(state.scope);
              }}
            />
          )}
        </Paper>
      )}
    </div>
  );
}
