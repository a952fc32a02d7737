import { listIdStartOf } from '../list-ids.ts';
import type { BackupOutline } from '../backup/backup-format.ts';
import type { AnnotationsAndNames } from '../backup/own-data.ts';
import type { ListWorker } from './list-worker.ts';

/** Returns the calls of the worker that services of other rooms need. */
export function createListCalls(lists: ListWorker) {
  return {
    removeList: (listId: string) => lists.call('removeList', { listId }),
    /** Deletes the lists of an account at all addresses that it has had. */
    removeLists: (accountId: string) =>
      lists.call('removeLists', { listIdStart: listIdStartOf(accountId) }),
    /** Deletes the stars, notes, tags and names of owners of all lists of an account. */
    removeAnnotations: (accountId: string) =>
      lists.call('removeAnnotations', { listIdStart: listIdStartOf(accountId) }),
    /** As `AnnotationStore.replace`. */
    replaceAnnotations: (marks: AnnotationsAndNames) => lists.call('replaceAnnotations', marks),
    writeBackup: (path: string, outline: BackupOutline) =>
      lists.call('writeBackup', { path, outline }),
    readBackup: (path: string) => lists.call('readBackup', { path }),
  };
}
