import { UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCloudOff,
  IconLoader,
  IconWorld,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { useClock } from '../ui/clock-context.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useNow } from '../ui/use-now.ts';
import { formatWhen } from '../ui/format-when.ts';
import classes from './list-label.module.css';

interface ListLabelProps {
  saved: SavedListStatus | undefined;
  /** What the list consists of. */
  records: RecordKind;
  /** When the server returned the page on screen; `null` if the page is from the saved list. */
  liveSince: string | null;
  isOffline: boolean;
  /** How many of the shown accounts could not be refreshed when it was last tried. 0 for one account. */
  failedAccounts: number;
  /** Opens the proof; `null` if there is none, because several lists are shown as one. */
  onOpen: (() => void) | null;
}

/**
 * Shows how many tenants are saved, when they were refreshed, and when the list was read in full. A click opens the proof
 * that the list is complete.
 */
export function ListLabel(props: ListLabelProps) {
  const { saved, records, liveSince, isOffline, failedAccounts, onOpen } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const formatDate = useDateFormat();
  const clock = useClock();
  const now = useNow();
  const isLive = liveSince !== null;
  const fetchedAt = liveSince ?? saved?.fetchedAt ?? null;
  const hasSeveralLists = saved !== undefined && saved.accounts.of > 1;
  const isPartial = !isLive && saved?.state === 'partial' && !hasSeveralLists;

  const parts: string[] = [];
  if (isLive) parts.push(t('screens.savedList.live'));
  else if (isPartial)
    parts.push(t('screens.savedList.partial', { count: saved.tenants, context: records }));
  else if (saved === undefined || saved.state === 'none') {
    parts.push(t('screens.savedList.nothing'));
  } else {
    parts.push(t('screens.savedList.tenants', { count: saved.tenants, context: records }));
    // If several lists are shown, some of them may be complete.
    if (saved.state === 'partial') parts.push(t('screens.savedList.someAccounts', saved.accounts));
  }
  const readInFullAt = isLive ? null : (saved?.readInFullAt ?? null);
  if (fetchedAt !== null && !isPartial) {
    const { when, ago } = formatWhen(fetchedAt, now, language, clock);
    const time = ago === null ? when : t('screens.savedList.timeAndAge', { when, ago });
    if (isLive) parts.push(t('screens.savedList.fetched', { time }));
    else if (readInFullAt === fetchedAt) parts.push(t('screens.savedList.readInFull', { time }));
    else parts.push(t('screens.savedList.refreshedAt', { time }));
  }
  if (readInFullAt !== null && readInFullAt !== fetchedAt && !isPartial) {
    const { when } = formatWhen(readInFullAt, now, language, clock);
    parts.push(t('screens.savedList.readInFull', { time: when }));
  }
  if (isOffline) parts.push(t('screens.savedList.offline'));
  const hasFailed = failedAccounts > 0;
  if (hasFailed) parts.push(t('screens.savedList.failedAccounts', { count: failedAccounts }));

  const isComplete = !isLive && saved?.state === 'complete' && !hasFailed;
  const Icon = isOffline
    ? IconCloudOff
    : hasFailed
      ? IconAlertTriangle
      : isLive
        ? IconWorld
        : isPartial
          ? IconLoader
          : isComplete
            ? IconCircleCheck
            : IconCircleDashed;
  const exactTime = fetchedAt && `${formatDate(fetchedAt)} (${clock.label})`;
  return (
    <UnstyledButton
      className={classes.label}
      data-offline={isOffline || undefined}
      data-warning={hasFailed || undefined}
      data-complete={isComplete || undefined}
      title={[exactTime, onOpen && t('screens.savedList.openProof')]
        .filter((line) => line !== null)
        .join('\n')}
      {...(onOpen === null
        ? { component: 'span' }
        : { 'aria-haspopup': 'dialog', onClick: onOpen })}
    >
      <Icon size={14} aria-hidden="true" />
      {parts.join(' · ')}
    </UnstyledButton>
  );
}
