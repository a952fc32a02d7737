import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { Account } from '../../src-shared/account.ts';
import { noFilter, type FilterValues } from '../../src-shared/filter-values.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { TimeZone } from '../../src-shared/time-zone.ts';
import type { AccountKey } from '../bridge/account-key.ts';
import { useNetwork } from '../network/network-context.ts';
import { useIsRefreshing } from '../refresh/use-refresh.ts';
import { chooseSource } from './choose-source.ts';
import {
  firstPage,
  initialRequest,
  requestFor,
  withFilter,
  withPage,
  type ListPageSize,
  type PageRequest,
} from './page-request.ts';
import { useFilter } from './use-filter.ts';
import { usePage } from './use-page.ts';
import type { SavedListQuery } from './use-saved-list.ts';
import { wasRead } from './was-read.ts';

interface ListOptions {
  accountKey: AccountKey;
  /** All accounts, if their lists are shown as one; else `null`. */
  accounts: readonly Account[] | null;
  /** The statuses of the lists of each kind of records. */
  savedLists: Readonly<Record<RecordKind, SavedListQuery>>;
  /** The zone of the shown dates. */
  timeZone: TimeZone;
  /** What the list shows at first. */
  initial: ListContent;
}

/** What a list shows, apart from its source and its page. */
interface ListContent {
  records: RecordKind;
  filterValues: FilterValues;
  /** `null` for the default order. */
  sort: Sort[] | null;
  pageSize: ListPageSize;
}

/** Keeps the state of the shown list: its source, filter, sort and page. */
function useListState(options: ListOptions) {
  const { accounts, savedLists, timeZone, initial } = options;
  const { accountId, connectionNumber } = options.accountKey;
  const { isOffline } = useNetwork();
  const isRefreshing = useIsRefreshing(accountId);
  const [wantsLive, setWantsLive] = useState(false);
  const [wanted, setWanted] = useState(() => {
    const { sort, pageSize } = initial;
    return initialRequest(pageSize, { records: initial.records, sort: sort ?? undefined });
  });
  const { records } = wanted;
  const accountKey = useMemo(
    () => ({ accountId, connectionNumber, records }),
    [accountId, connectionNumber, records],
  );
  const savedList = savedLists[records];
  const saved = savedList.data;
  const chosenSource = chooseSource({
    wantsLive,
    isOffline,
    saved: saved ?? (savedList.error ? null : undefined),
  });
  // The server does not filter hotlines, and the lists of all accounts have no common server.
  const hasLive = accounts === null && records === 'tenants';
  const source = hasLive ? (chosenSource ?? 'saved') : 'saved';

  const filter = useFilter(source, initial.filterValues, accounts);
  const filtered = withFilter(wanted, filter.conditions);
  if (filtered !== wanted) setWanted(filtered);
  const isReadInFull = accounts !== null || saved === undefined || saved.state === 'complete';
  // Memoized, because the grid scrolls to its top with each new request.
  const request = useMemo(
    () => requestFor(source, filtered, isReadInFull),
    [source, filtered, isReadInFull],
  );
  const isGrowing = source === 'saved' && saved?.state === 'partial' && isRefreshing;
  const page = usePage(accountKey, request, { enabled: chosenSource !== null, isGrowing });
  return {
    /** The account, and which of its records are shown. */
    accountKey,
    records,
    /** Whether hotlines are saved, or their tab is open: a damaged file can be replaced by an empty one meanwhile. */
    hasHotlines: records === 'hotlines' || wasRead(savedLists.hotlines.data),
    /** The status of the saved hotlines; `undefined` if it could not be read. */
    hotlines: savedLists.hotlines.data,
    accounts,
    timeZone,
    source,
    /** The status of the saved list; `undefined` if it could not be read. */
    saved,
    /** Changes when the saved list may have changed. */
    savedReadAt: savedList.dataUpdatedAt,
    savedError: savedList.error,
    rereadSaved: () => void savedList.refetch(),
    /** The requested page. */
    request,
    /** The order that the user has chosen; `undefined` for the default order. */
    chosenSort: wanted.sort,
    ...page,
    isRefreshing,
    /** The first refresh is filling the list. */
    isGrowing,
    /** The values of the filter's controls, and functions that change them. */
    filter,
    wantsLive,
    setWantsLive,
    /** Replaces what the list shows. */
    show: (content: ListContent) => {
      filter.set({ ...noFilter, ...content.filterValues });
      setWanted((before) =>
        firstPage(before, {
          records: content.records,
          sort: content.sort ?? undefined,
          pageSize: content.pageSize,
        }),
      );
    },
    setSort: (sort: Sort[] | undefined) => setWanted((before) => firstPage(before, { sort })),
    setPageSize: (pageSize: ListPageSize) => setWanted((before) => firstPage(before, { pageSize })),
    goToFirstPage: () => setWanted((before) => firstPage(before)),
    goTo: (next: PageRequest) => setWanted((before) => withPage(before, next)),
  };
}

/** The list on screen, and the functions that change what it shows. */
type ShownList = ReturnType<typeof useListState>;

const ListContext = createContext<ShownList | null>(null);

/** Provides the list of an account, or the lists of all accounts as one. */
export function ListProvider({ children, ...options }: ListOptions & { children: ReactNode }) {
  return <ListContext value={useListState(options)}>{children}</ListContext>;
}

/** Returns the list on screen. */
export function useList(): ShownList {
  const list = use(ListContext);
  if (list === null) throw new Error('useList must be used inside a ListProvider');
  return list;
}
