import { Button, EmptyState, Group } from '@mantine/core';
import {
  IconCircleCheck,
  IconHistory,
  IconPhoneOff,
  IconSearchOff,
  IconX,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../src-shared/list-tenants.ts';
import { isPhoneNumber, phoneDigits } from '../../src-shared/phone-number.ts';
import { otherKind } from '../../src-shared/record-kinds.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useChanges } from '../changes/use-changes.ts';
import { useRunCommand } from '../commands/commands-context.ts';
import { useSetConditions } from '../filters/use-set-conditions.ts';
import { hasConditions } from '../list/conditions.ts';
import { useList } from '../list/list-provider.tsx';
import type { ShownPage } from '../list/page-request.ts';
import { pageQuery } from '../queries/page-query.ts';
import { useViews } from '../views/views-provider.tsx';
import { ListError } from './list-error.tsx';

/** The digits of the longest phone number of the world (E.164). Ids have more. */
const mostDigits = 15;

const canBePhoneNumber = (text: string) =>
  isPhoneNumber(text) && phoneDigits(text).length <= mostDigits;

/** Says why the grid has no rows, with a button for the next step if there is one. */
export function NoRows({ onSettings }: { onSettings: () => void }) {
  const { shown, error, isFetching, refetch } = useList();
  if (shown !== null) return <EmptyList shown={shown} />;
  if (error === null) return null;
  return (
    <ListError error={error} isRetrying={isFetching} onRetry={refetch} onSettings={onSettings} />
  );
}

function EmptyList({ shown }: { shown: ShownPage }) {
  const { t } = useTranslation();
  const { filter: controls, goToFirstPage, records: context, hasHotlines } = useList();
  const { filter, pagesBefore } = shown.request;
  const { change } = filter;
  const conditions = useSetConditions();
  const other = useOtherMatches(filter.name);
  const isNumber = context === 'tenants' && hasHotlines && canBePhoneNumber(filter.name ?? '');
  const hint = conditions.some(({ isReversed }) => isReversed)
    ? t('screens.filters.reversedHint', { context })
    : isNumber
      ? t('screens.tenants.noMatchNumber')
      : filter.name !== undefined && shown.request.source === 'saved'
        ? t('screens.tenants.noMatchWords')
        : t('screens.tenants.noMatchHint', { context });
  if (shown.page.unreadableRows > 0) {
    return (
      <Reason
        Icon={IconPhoneOff}
        title={t('screens.tenants.noReadable')}
        hint={t('screens.tenants.noReadableHint')}
      />
    );
  }
  if (pagesBefore.length > 0) {
    return (
      <Reason
        Icon={IconPhoneOff}
        title={t('screens.tenants.noMore', { context })}
        hint={t('screens.tenants.noMoreHint')}
        action={{ label: t('screens.tenants.firstPage'), run: goToFirstPage }}
      />
    );
  }
  if (change !== undefined && !hasConditions(filter)) return <NoChanges change={change} />;
  if (hasConditions(filter)) {
    // Otherwise the texts would move when the matches of the other kind have been counted.
    if (other === 'counting') return null;
    return (
      <Reason
        Icon={IconSearchOff}
        title={t('screens.tenants.noMatch', { context })}
        hint={hint}
        action={{ label: t('screens.filters.clearAll'), run: controls.clear }}
      >
        <SetConditions conditions={conditions} />
        {other !== null && (
          <Button size="xs" variant="light" onClick={other.show}>
            {t('screens.tenants.showOther', { count: other.count, context: other.records })}
          </Button>
        )}
      </Reason>
    );
  }
  return (
    <Reason
      Icon={IconPhoneOff}
      title={t('screens.tenants.noTenants', { context })}
      hint={t('screens.tenants.noTenantsHint', { context })}
    />
  );
}

/**
 * Returns how many hotlines match the searched text if tenants are shown, and the other way round, with a function that
 * shows them; `null` if there are none. Many search for a phone number among the tenants, which have none.
 */
function useOtherMatches(text: string | undefined) {
  const call = useCall();
  const runCommand = useRunCommand();
  const { accountKey, records: shownRecords, hasHotlines } = useList();
  const { showFiltered } = useViews();
  const records = otherKind[shownRecords];
  const { data, isLoading } = useQuery({
    ...pageQuery(
      call,
      { ...accountKey, records },
      {
        source: 'saved',
        filter: { name: text },
        paging: { limit: 25 },
      },
    ),
    enabled: text !== undefined && (records === 'tenants' || hasHotlines),
    // Otherwise the texts would disappear at each typed letter.
    placeholderData: keepPreviousData,
  });
  if (isLoading) return 'counting';
  const count = data?.total ?? 0;
  if (text === undefined || count === 0) return null;
  return {
    records,
    count,
    show: () => {
      showFiltered(records, { name: text });
      runCommand('find');
    },
  };
}

/** Says that nothing has changed, or that there is nothing to compare yet. */
function NoChanges({ change }: { change: NonNullable<Filter['change']> }) {
  const { t } = useTranslation();
  const { filter, records: context } = useList();
  const { summary, from } = useChanges();
  const action = {
    label: t('screens.changes.showAll', { context }),
    run: () => filter.set({ change: undefined }),
  };
  if (summary === undefined) return null;
  return from === null ? (
    <Reason
      Icon={IconHistory}
      title={t('screens.changes.notYet')}
      hint={t('screens.changes.notYetHint')}
      action={action}
    />
  ) : (
    <Reason
      Icon={IconCircleCheck}
      title={
        change === 'any'
          ? t('screens.changes.empty.any')
          : t(`screens.changes.empty.${change}`, { context })
      }
      hint={t('screens.changes.emptyHint', { when: from })}
      action={action}
    />
  );
}

/** The conditions that are set, each with a button that removes it. */
function SetConditions({ conditions }: { conditions: ReturnType<typeof useSetConditions> }) {
  const { t } = useTranslation();
  return (
    <Group
      gap={6}
      justify="center"
      maw="36rem"
      role="group"
      aria-label={t('screens.tenants.filters')}
    >
      {conditions.map(({ name, text, clear }) => (
        <Button
          key={name}
          size="compact-xs"
          // The smallest size that WCAG allows.
          h={24}
          variant="light"
          radius="xl"
          maw="100%"
          rightSection={<IconX size={12} aria-hidden="true" />}
          aria-label={t('screens.filters.remove', { name, text })}
          onClick={clear}
        >
          {`${name}: ${text}`}
        </Button>
      ))}
    </Group>
  );
}

interface ReasonProps {
  Icon: TablerIcon;
  title: string;
  hint: string;
  action?: { label: string; run: () => void };
  /** Shown above the action. */
  children?: ReactNode;
}

function Reason({ Icon, title, hint, action, children }: ReasonProps) {
  return (
    <EmptyState icon={<Icon stroke={1.5} />} title={title} description={hint}>
      {children}
      {action && (
        <Button size="xs" variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </EmptyState>
  );
}
