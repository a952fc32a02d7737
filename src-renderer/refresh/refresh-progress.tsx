import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import type { RefreshProgressProps } from './running-refresh.tsx';

const RunningRefresh = lazyPart(async () => (await import('./running-refresh.tsx')).RunningRefresh);

/** The progress of a running refresh, and a button that cancels it. Empty if none is running. */
export function RefreshProgress(props: RefreshProgressProps) {
  const { t } = useTranslation();
  const { status } = props.state;
  return (
    <>
      <Later isWanted={status === 'running'}>
        <RunningRefresh {...props} />
      </Later>
      <VisuallyHidden role="status">
        {status === 'running' && t('screens.savedList.refreshing')}
        {status === 'done' && t('screens.savedList.refreshed')}
      </VisuallyHidden>
    </>
  );
}
