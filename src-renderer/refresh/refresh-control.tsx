import { Button, Group, Progress, Text, VisuallyHidden } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSecondsUntil } from '../ui/use-seconds-until.ts';
import classes from './refresh-control.module.css';
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

interface RefreshControlProps {
  state: RefreshState;
  /** `null` if only one account is refreshed. */
  turn: Turn | null;
  onRefresh: () => void;
  /** Refreshes only the tenants that match the filter; `null` if there is no filter. */
  onRefreshThese: (() => void) | null;
  onCancel: () => void;
}

/** The button that refreshes the list. During a refresh, its progress and a button that cancels it. */
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

function RowProgress({ rows, ofRows, retryAt }: Running) {
  const { t } = useTranslation();
  return (
    <ProgressBar part={partOf({ rows, ofRows })} retryAt={retryAt}>
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
    <ProgressBar hasName part={(position - 1 + (partOf(state) ?? 0)) / of} retryAt={state.retryAt}>
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
  /** While the app waits to repeat a request: when it will. Shown instead of `children`. */
  retryAt: number | undefined;
  /** The text contains the name of an account. */
  hasName?: boolean;
  children: string;
}

function ProgressBar({ part, retryAt, hasName, children }: ProgressBarProps) {
  const { t } = useTranslation();
  const seconds = useSecondsUntil(retryAt);
  const words = seconds > 0 ? t('screens.savedList.retrying', { seconds }) : children;
  return (
    <div className={classes.running} data-named={hasName}>
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
