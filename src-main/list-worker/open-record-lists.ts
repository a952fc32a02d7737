import { recordsOf, withRecords } from '../list-ids.ts';
import type { FetchPage } from '../lists/calls.ts';
import { RefreshService } from '../refresh/refresh-service.ts';
import {
  noAnnotations,
  type AnnotationsOf,
  type ListAnnotations,
} from '../store/annotations/list-annotations.ts';
import {
  openStore,
  replaceStore,
  type RecordStore,
  type StoreOptions,
} from '../store/record-store.ts';
import { OpenedLists } from './opened-lists.ts';

interface Options {
  dataFolder: string;
  annotationsOf: AnnotationsOf;
  fetchPage: FetchPage;
  now?: () => Date;
  /** Called with an error that is not an `AppError`. */
  onUnexpected: (error: unknown) => void;
}

/** How long each call waits for a lock that kept the lists from being opened. */
const lockMilliseconds = 100;

/** The saved lists of each kind of records. */
export type RecordLists = ReturnType<typeof openRecordLists>;

/** Opens the saved lists of tenants and those of hotlines, each in a database of its own. */
export function openRecordLists(options: Options) {
  const { dataFolder, annotationsOf, fetchPage, now, onUnexpected } = options;
  const open = (storeOptions: StoreOptions) => {
    const allOptions = { ...storeOptions, ...(now && { now }) };
    return new OpenedLists({
      open: () => openStore(dataFolder, allOptions),
      openAgain: () => openStore(dataFolder, { ...allOptions, openMilliseconds: lockMilliseconds }),
      setAside: () => replaceStore(dataFolder, allOptions),
      createRefreshService: (store) => new RefreshService(store, fetchPage, now),
      onUnexpected,
    });
  };
  return {
    tenants: open({ records: 'tenants', annotationsOf }),
    hotlines: open({
      records: 'hotlines',
      annotationsOf: (listId) => annotationsOfRecords(annotationsOf, listId),
    }),
  };
}

/** Returns the annotations of a list's records. Hotlines have none of their own, but their owners have names. */
export function annotationsOfRecords(
  annotationsOf: AnnotationsOf,
  listId: string,
): ListAnnotations {
  const annotations = annotationsOf(withRecords(listId, 'tenants'));
  if (recordsOf(listId) === 'tenants') return annotations;
  const { ownerVersion, ownerNames } = annotations;
  return { ...noAnnotations, ownerVersion, ownerNames };
}

/** Returns the lists of the kind that a list is of. Without a list, those of tenants. */
export function listsWith(savedLists: RecordLists, listId = ''): OpenedLists {
  return savedLists[recordsOf(listId)];
}

/** Runs a call on the store that has a list. @throws AppError from the call, or if the store could not be opened. */
export function runOnStore<Value>(
  savedLists: RecordLists,
  listId: string | undefined,
  call: (store: RecordStore) => Value | Promise<Value>,
): Promise<Value> {
  const lists = listsWith(savedLists, listId);
  return lists.run(() => call(lists.get().store));
}
