import { Box, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { selectedOf } from '../annotations/marked-tenants.ts';
import { usePast } from '../changes/use-past.ts';
import { useGrid } from '../grid/grid-provider.tsx';
import { useList } from '../list/list-provider.tsx';
import { useNetwork } from '../network/network-context.ts';
import { useRefresh, useRefreshFailures } from '../refresh/use-refresh.ts';
import { ListLabel } from '../saved-list/list-label.tsx';
import { lazyPart } from '../texts/lazy-part.tsx';
import { Later } from '../ui/later.tsx';
import { PageSummary } from './page-summary.tsx';
import { Pager } from './pager.tsx';
import classes from './tenants-screen.module.css';

const MarkMenu = lazyPart(async () => (await import('../annotations/mark-menu.tsx')).MarkMenu);

/** Only for a list of the past. */
const PastLabel = lazyPart(async () => (await import('../saved-list/past-label.tsx')).PastLabel);

/** Most lists can be read in full. */
const UnreadableMark = lazyPart(
  async () => (await import('../saved-list/unreadable-mark.tsx')).UnreadableMark,
);

const SelectionSummary = lazyPart(
  async () => (await import('../selection/selection-summary.tsx')).SelectionSummary,
);

const ProofDialog = lazyPart(
  async () => (await import('../saved-list/proof-dialog.tsx')).ProofDialog,
);

const UnreadableDialog = lazyPart(
  async () => (await import('../details/unreadable-dialog.tsx')).UnreadableDialog,
);

/** Says which rows are shown, how old they are and how many are selected. Shows other pages. */
export function ListFooter() {
  const { accountKey, accounts, records, source, request } = useList();
  const { saved, hotlines, shown, isRefreshing } = useList();
  const past = usePast();
  const { selection } = useGrid();
  const { isOffline } = useNetwork();
  const refresh = useRefresh(accountKey.accountId);
  const failures = useRefreshFailures();
  const failedAccounts = accounts?.filter(({ accountId }) => failures.has(accountId)).length ?? 0;
  const [isProofOpen, proof] = useDisclosure();
  const [isUnreadableOpen, unreadable] = useDisclosure();
  // The lists of all accounts have no common proof.
  const hasProof = accounts === null;
  return (
    <Group component="footer" className={classes.footer} justify="space-between" gap="xs">
      <Group gap="xs">
        <PageSummary />
        {past === null ? (
          <ListLabel
            saved={saved}
            records={records}
            liveSince={shown?.page.source === 'live' ? shown.page.fetchedAt : null}
            isOffline={isOffline}
            failedAccounts={failedAccounts}
            onOpen={hasProof ? proof.open : null}
          />
        ) : (
          <Suspense>
            <PastLabel when={past.when} />
          </Suspense>
        )}
        {past === null && source === 'saved' && saved !== undefined && saved.unreadableRows > 0 && (
          <Suspense>
            <UnreadableMark
              {...{ count: saved.unreadableRows, records }}
              onOpen={hasProof ? unreadable.open : null}
            />
          </Suspense>
        )}
        {/* As high as the summary, which is loaded later. */}
        <Box mih={26}>
          <Later isWanted={selection.count + selection.missing > 0}>
            <SelectionSummary selection={selection}>
              {source === 'saved' && records === 'tenants' && (
                <MarkMenu
                  marked={selectedOf(accountKey.accountId, selection.selected, {
                    filter: request.filter,
                    count: selection.count,
                  })}
                />
              )}
            </SelectionSummary>
          </Later>
        </Box>
      </Group>
      <Pager />
      {hasProof && saved && (
        <Later isWanted={isProofOpen || isUnreadableOpen}>
          <ProofDialog
            opened={isProofOpen}
            onClose={proof.close}
            saved={saved}
            records={records}
            hotlines={hotlines}
            isRefreshing={isRefreshing}
            onResume={() => {
              proof.close();
              refresh.start('resume', { records });
            }}
            onReadAll={() => {
              proof.close();
              refresh.start('whole', { records });
            }}
            onShowUnreadable={() => {
              proof.close();
              unreadable.open();
            }}
          />
          <UnreadableDialog
            opened={isUnreadableOpen}
            onClose={unreadable.close}
            accountKey={accountKey}
          />
        </Later>
      )}
    </Group>
  );
}
