import { Group } from '@mantine/core';
import { useCommand } from '../commands/commands-context.ts';
import { ListLabel } from '../saved-list/list-label.tsx';
import { useNetwork } from '../network/network-context.ts';
import type { Selecting } from '../selection/use-selection.ts';
import { SelectionSummary } from '../selection/selection-summary.tsx';
import { useLasting } from '../ui/use-lasting.ts';
import type { ListPageSize, ListState } from './list-state.ts';
import { firstPage, nextPage, pageOf, pageSizesOf, previousPage } from './list-state.ts';
import { PageSummary } from './page-summary.tsx';
import { Pager } from './pager.tsx';
import type { RowRange } from './row-range.ts';
import classes from './tenants-screen.module.css';
import type { List } from './use-list.ts';

interface ListFooterProps {
  list: List;
  range: RowRange | null;
  selecting: Selecting;
  onPageSize: (pageSize: ListPageSize) => void;
  now: number;
  /** `null` where there is no proof. */
  onProof: (() => void) | null;
}

/** Which rows these are, how old they are, and the ways to others. */
export function ListFooter(props: ListFooterProps) {
  const { list, range, selecting, onPageSize, now, onProof } = props;
  const { isOffline } = useNetwork();
  const { shown, isShownStale, isFetching, isGrowing, saved, source, setState } = list;
  // While another page is on its way, the pages beside the one shown are not beside that one.
  const beside = useLasting(isShownStale) ? null : shown;
  const previous = beside && previousPage(beside);
  const next = beside && nextPage(beside);
  const goTo = (page: ListState) => {
    if (!isShownStale) setState((before) => pageOf(before, page));
  };
  const toFirst = list.list.pagesBefore.length === 0 ? null : () => setState(firstPage);
  const toPrevious = previous && (() => goTo(previous));
  const toNext = next && (() => goTo(next));
  useCommand('firstPage', toFirst);
  useCommand('previousPage', toPrevious);
  useCommand('nextPage', toNext);
  const liveSince = shown?.page.source === 'live' ? shown.page.fetchedAt : null;
  return (
    <Group component="footer" className={classes.footer} justify="space-between" gap="xs">
      <Group gap="xs">
        <PageSummary shown={shown} range={range} isLoading={isFetching} isGrowing={isGrowing} />
        <ListLabel
          saved={saved}
          liveSince={liveSince}
          isOffline={isOffline}
          now={now}
          onOpen={onProof}
        />
        <SelectionSummary selecting={selecting} total={shown?.page.total ?? null} />
      </Group>
      <Pager
        pageSizes={pageSizesOf(source)}
        pageSize={list.list.pageSize}
        onPageSize={onPageSize}
        onFirst={toFirst}
        onPrevious={toPrevious}
        onNext={toNext}
      />
    </Group>
  );
}
