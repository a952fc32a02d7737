import { UnstyledButton } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCloudOff,
  IconLoader,
  IconWorld,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SavedListStatus } from '../../src-shared/saved-list.ts';
import { useClock } from '../ui/clock-context.ts';
import { useLanguage } from '../ui/use-language.ts';
import { useDateFormat } from '../ui/use-date-format.ts';
import { ageOf } from './age.ts';
import classes from './list-label.module.css';

interface ListLabelProps {
  saved: SavedListStatus | undefined;
  /** When the page on screen came, if the server itself was asked for it. */
  liveSince: string | null;
  isOffline: boolean;
  now: number;
  /** `null` for several lists as one, which have no proof in common. */
  onOpen: (() => void) | null;
}

/** How much is on screen and how old it is, always in sight; a click shows the proof, where there is one. */
export function ListLabel({ saved, liveSince, isOffline, now, onOpen }: ListLabelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dateFormat = useDateFormat();
  const clock = useClock();
  const isLive = liveSince !== null;
  const fetchedAt = liveSince ?? saved?.fetchedAt ?? null;
  const isOfSeveral = saved !== undefined && saved.accounts.of > 1;
  const isPartial = !isLive && saved?.state === 'partial' && !isOfSeveral;

  const parts: string[] = [];
  if (isLive) parts.push(t('screens.savedList.live'));
  else if (isPartial) parts.push(t('screens.savedList.partial', { count: saved.tenants }));
  else if (saved === undefined || saved.state === 'none') {
    parts.push(t('screens.savedList.nothing'));
  } else {
    parts.push(t('screens.savedList.tenants', { count: saved.tenants }));
    // Lists that are complete are not called partial for the sake of others.
    if (saved.state === 'partial') parts.push(t('screens.savedList.someAccounts', saved.accounts));
  }
  if (fetchedAt !== null && !isPartial) {
    const { when, ago } = ageOf(fetchedAt, now, language, clock);
    parts.push(
      ago === null
        ? t('screens.savedList.fetched', { when })
        : t('screens.savedList.fetchedAgo', { when, ago }),
    );
  }
  if (isOffline) parts.push(t('screens.savedList.offline'));

  const Icon = isOffline
    ? IconCloudOff
    : isLive
      ? IconWorld
      : isPartial
        ? IconLoader
        : saved?.state === 'complete'
          ? IconCircleCheck
          : IconCircleDashed;
  const exactly = fetchedAt && `${dateFormat(fetchedAt)} (${clock.label})`;
  return (
    <UnstyledButton
      className={classes.label}
      data-offline={isOffline || undefined}
      data-complete={(!isLive && saved?.state === 'complete') || undefined}
      title={[exactly, onOpen && t('screens.proof.open')]
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
