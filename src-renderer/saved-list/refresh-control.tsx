import { Button, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './refresh-control.module.css';
import type { RefreshState } from './refreshes.ts';

interface RefreshControlProps {
  state: RefreshState;
  onRefresh: () => void;
  /** Reads only what the filters show again; `null` where they show everything. */
  onRefreshThese: (() => void) | null;
  onCancel: () => void;
}

/** The button that fetches the list anew; while that runs, how far it is and the way to stop it, in its place. */
export function RefreshControl(props: RefreshControlProps) {
  const { state, onRefresh, onRefreshThese, onCancel } = props;
  const { t } = useTranslation();
  return (
    <>
      {state.status === 'running' ? (
        <Group gap="xs" wrap="nowrap">
          <Running rows={state.rows} ofRows={state.ofRows} />
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('screens.common.cancel')}
          </Button>
        </Group>
      ) : (
        <Button.Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} />}
            onClick={onRefresh}
          >
            {t('screens.tenants.refresh')}
          </Button>
          {onRefreshThese && (
            <Button size="xs" variant="default" onClick={onRefreshThese}>
              {t('screens.tenants.refreshThese')}
            </Button>
          )}
        </Button.Group>
      )}
      <VisuallyHidden role="status">
        {state.status === 'running' && t('screens.savedList.refreshing')}
        {state.status === 'done' && t('screens.savedList.refreshed')}
      </VisuallyHidden>
    </>
  );
}

function Running({ rows, ofRows }: { rows: number; ofRows: number | undefined }) {
  const { t } = useTranslation();
  // The list may have grown since: a bar that is full before the end would be a lie, so it is never quite full.
  const percent = ofRows ? Math.min((100 * rows) / ofRows, 99) : null;
  return (
    <div className={classes.running}>
      <Text size="xs" c="dimmed" className={classes.rows}>
        {rows === 0
          ? t('screens.savedList.refreshing')
          : ofRows
            ? t('screens.savedList.rowsOf', { count: rows, of: ofRows })
            : t('screens.savedList.rowsSoFar', { count: rows })}
      </Text>
      <Progress
        size="xs"
        value={percent ?? 100}
        {...(percent === null && { animated: true, striped: true })}
        aria-label={t('screens.savedList.refreshing')}
      />
    </div>
  );
}
