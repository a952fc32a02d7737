import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { changeKinds } from '../../src-shared/tenant-fields.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { useList } from '../list/list-provider.tsx';
import { unseenQuery } from '../queries/unseen-query.ts';
import { SteadyButton } from '../ui/steady-button.tsx';
import { BaselineMenu } from './baseline-menu.tsx';
import { ChangedFieldFilter } from './changed-field-filter.tsx';
import { countChanges } from './count-changes.ts';
import { useMarkSeen } from './seen-provider.tsx';
import { useChanges } from './use-changes.ts';

const kinds = ['any', ...changeKinds] as const;

/** The controls of the changes view: since when, which kind, and which field has changed. */
export function ChangesBar() {
  const { t } = useTranslation();
  const { filter } = useList();
  const changes = useChanges();
  const { summary, to } = changes;
  const { change } = filter.values;
  const isComparable = summary !== undefined && summary.from !== null;
  if (!changes.isOpen) return null;
  return (
    <Group component="section" aria-label={t('screens.changes.title')} gap={6} mih={31}>
      <BaselineMenu changes={changes} />
      {to !== null && isComparable && (
        <Text size="xs" c="dimmed" mr={4}>
          {t('screens.changes.upTo', { when: to })}
        </Text>
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('screens.changes.kind')}
        data={kinds.map((kind) => ({
          value: kind,
          label: isComparable
            ? t(`screens.changes.counts.${kind}`, {
                count: kind === 'any' ? countChanges(summary) : summary.counts[kind],
              })
            : t(`screens.changes.kinds.${kind}`),
        }))}
        value={change ?? 'any'}
        // Only changed tenants have changed fields.
        onChange={(kind) =>
          filter.set({ change: kind, ...(kind !== 'changed' && { changedField: undefined }) })
        }
      />
      <ChangedFieldFilter changes={changes} />
      <MarkSeenButton shown={summary?.shown ?? []} />
    </Group>
  );
}

/** A button that marks the unseen changes of the shown accounts as seen, whatever the view shows of them. */
function MarkSeenButton({
  shown,
}: Pick<NonNullable<ReturnType<typeof useChanges>['summary']>, 'shown'>) {
  const { t } = useTranslation();
  const call = useCall();
  const markSeen = useMarkSeen();
  const { accountKey, records } = useList();
  const { accountId } = accountKey;
  const { data = [] } = useQuery(unseenQuery(call, records));
  const unseen = data
    .filter((account) => accountId === allAccounts || account.accountId === accountId)
    .reduce((sum, account) => sum + account.changes, 0);
  return (
    <SteadyButton
      size="xs"
      variant="subtle"
      ml="auto"
      unavailable={unseen === 0}
      onClick={() => markSeen(shown, unseen)}
    >
      {t('screens.changes.markSeen')}
    </SteadyButton>
  );
}
