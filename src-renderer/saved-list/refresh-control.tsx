import { Button, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './refresh-control.module.css';
import type { RefreshState } from './refreshes.ts';

/** Of several accounts that are refreshed one after the other, the one whose turn it is. */
interface Turn {
  name: string;
  /** From 1 on. */
  place: number;
  of: number;
  state: Running;
}

type Running = Extract<RefreshState, { status: 'running' }>;

interface RefreshControlProps {
  state: RefreshState;
  /** `null` where there is one account. */
  turn: Turn | null;
  onRefresh: () => void;
  /** Reads only what the filters show again; `null` where they show everything. */
  onRefreshThese: (() => void) | null;
  onCancel: () => void;
}

/** The button that fetches the list anew; while that runs, how far it is and the way to stop it, in its place. */
export function RefreshControl(props: RefreshControlProps) {
  const { state, turn, onRefresh, onRefreshThese, onCancel } = props;
  const { t } = useTranslation();
  return (
    <>
      {state.status === 'running' ? (
        <Group gap="xs" wrap="nowrap">
          {turn === null ? <RowProgress {...state} /> : <TurnProgress turn={turn} />}
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

function RowProgress({ rows, ofRows }: Running) {
  const { t } = useTranslation();
  return (
    <ProgressBar part={partOf({ rows, ofRows })}>
      {rows === 0
        ? t('screens.savedList.refreshing')
        : ofRows
          ? t('screens.savedList.rowsOf', { count: rows, of: ofRows })
          : t('screens.savedList.rowsSoFar', { count: rows })}
    </ProgressBar>
  );
}

function TurnProgress({ turn: { name, place, of, state } }: { turn: Turn }) {
  const { t } = useTranslation();
  return (
    <ProgressBar isNamed part={(place - 1 + (partOf(state) ?? 0)) / of}>
      {t('screens.savedList.turn', { place, of, name })}
    </ProgressBar>
  );
}

/** The list may have grown since: a bar that is full before the end would be a lie, so it is never quite full. */
function partOf({ rows, ofRows }: Pick<Running, 'rows' | 'ofRows'>): number | null {
  return ofRows ? Math.min(rows / ofRows, 0.99) : null;
}

interface ProgressBarProps {
  /** Of the whole, 0 to 1; `null` when nobody knows. */
  part: number | null;
  /** The words have a name among them. */
  isNamed?: boolean;
  children: string;
}

function ProgressBar({ part, isNamed, children }: ProgressBarProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.running} data-named={isNamed}>
      <Text size="xs" c="dimmed" className={classes.words} title={children}>
        {children}
      </Text>
      <Progress
        size="xs"
        value={100 * (part ?? 1)}
        {...(part === null && { animated: true, striped: true })}
        aria-label={t('screens.savedList.refreshing')}
      />
    </div>
  );
}
