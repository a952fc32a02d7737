import { startSandbox } from '../../sandbox/server.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { startWeeks, toRecord } from './test-weeks.ts';

/** The list of the tenants whose owners have the hotlines. */
export const tenantsId = 'account server';

/** Saves 8,800 tenants of about 3,000 owners, and 5,000 hotlines of these. For tests only. */
export async function saveHotlines() {
  const sandbox = await startSandbox({ apiKey: 'key', tenants: 8_800, hotlines: 5_000 });
  const weeks = await startWeeks(sandbox, 'hotlines');
  await weeks.refresh(Date.parse('2026-11-20T00:00:00Z'), 'whole');
  const settings = { fullRefreshHours: 72, historyDays: 400 } as const;
  await weeks.handlers.refreshList(
    { listId: tenantsId, mode: 'whole', filter: {}, ...settings },
    weeks.context,
  );
  const rows = new Map(sandbox.hotlines?.map((hotline) => [hotline.id, toRecord(hotline)]));
  const order = (await weeks.list({})).map(({ id }) => id);
  if (order.length !== rows.size) throw new Error('The list has another length');
  /** The server's hotlines, in the order in which they were read. */
  const truth: ListedRecord[] = order.map((id) => rows.get(id) ?? failFor(id));
  return {
    ...{ sandbox, weeks, truth },
    async [Symbol.asyncDispose]() {
      await weeks[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

export type SavedHotlines = Awaited<ReturnType<typeof saveHotlines>>;

/** @throws Error because there is no such row. */
export function failFor(id: string): never {
  throw new Error(`The server has no row ${id}`);
}
