import { AppError, type AppErrorFields } from '../../src-shared/errors.ts';
import type { ListWorker } from './list-worker.ts';

/**
 * Returns the problems that were found when the saved lists and the annotations were opened. Never throws an AppError: the
 * app must start.
 */
export async function listNotices(lists: ListWorker): Promise<AppErrorFields[]> {
  try {
    return await lists.call('getNotices', null);
  } catch (error) {
    if (error instanceof AppError) return [error.toFields()];
    throw error;
  }
}
