import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRetryText } from '../ui/use-retry-text.ts';
import classes from './refresh-progress.module.css';
import type { RefreshState } from './refresh-runner.ts';

/** The account that is being refreshed, when several are refreshed in turn. */
interface Turn {
  name: string;
  /** From 1. */
  position: number;
  of: number;
  state: Running;
}

type Running = Extract<RefreshState, { status: 'running' }>;

export interface RefreshProgressProps {
  state: RefreshState;
  /** `null` if only one account is refreshed. */
  turn: Turn | null;
  onCancel: () => void;
}

/** The progress bar of a running refresh, and a button that cancels it. Renders nothing if none is running. */
export function RunningRefresh({ state, turn, onCancel }: RefreshProgressProps) {
  const { t } = useTranslation();
  if (state.status !== 'running') return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {turn === null ? <RowProgress {...state} /> : <TurnProgress turn={turn} />}
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('screens.common.cancel')}
      </Button>
    </Group>
  );
}

function RowProgress({ rows, ofRows, retry }: Running) {
  const { t } = useTranslation();
  return (
    <ProgressBar part={partOf({ rows, ofRows })} retry={retry}>
      {rows === 0
        ? t('screens.savedList.refreshing')
        : ofRows
          ? t('screens.savedList.rowsOf', { count: rows, of: ofRows })
          : t('screens.savedList.rowsSoFar', { count: rows })}
    </ProgressBar>
  );
}

function TurnProgress({ turn: { name, position, of, state } }: { turn: Turn }) {
  const { t } = useTranslation();
  return (
    <ProgressBar part={(position - 1 + (partOf(state) ?? 0)) / of} retry={state.retry}>
      {t('screens.savedList.turn', { place: position, of, name })}
    </ProgressBar>
  );
}

/** Returns the fraction that is done, at most 0.99: the server may have more rows than the last complete run had. */
function partOf({ rows, ofRows }: Pick<Running, 'rows' | 'ofRows'>): number | null {
  return ofRows ? Math.min(rows / ofRows, 0.99) : null;
}

interface ProgressBarProps {
  /** From 0 to 1; `null` if it is not known. */
  part: number | null;
  /** While the app waits to repeat a request, a countdown is shown instead of `children`. */
  retry: Running['retry'];
  children: string;
}

function ProgressBar({ part, retry, children }: ProgressBarProps) {
  const { t } = useTranslation();
  const words = useRetryText(retry) ?? children;
  return (
    <div className={classes.running}>
      <Text size="xs" c="dimmed" className={classes.words} title={words}>
        {words}
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
