import type { SeenMark } from '../../src-shared/changes.ts';
import type { Connections } from '../accounts/connections.ts';
import type { ListWorker } from '../lists/list-worker.ts';

interface Parts {
  connections: Connections;
  lists: ListWorker;
}

/** Marks changes as seen. Returns the marks before. @throws AppError */
export function setSeen(
  { connections, lists }: Parts,
  marks: readonly SeenMark[],
): Promise<SeenMark[]> {
  return Promise.all(
    marks.map(async ({ accountId, records, runId }) => {
      const { listId } = connections.savedList(accountId, records);
      return { accountId, records, ...(await lists.call('setSeen', { listId, runId })) };
    }),
  );
}
