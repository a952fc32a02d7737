import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { ScheduledExports } from './scheduled-exports.ts';

interface Parts {
  scheduledExports: ScheduledExports;
  /** Refuses new schedules while an account is being removed. */
  work: {
    run: <Value>(
      accountId: string,
      signal: AbortSignal,
      add: () => Promise<Value>,
    ) => Promise<Value>;
  };
}

/** Returns the handlers for the exports that the operating system runs. */
export function createScheduleHandlers({
  scheduledExports,
  work,
}: Parts): Pick<BridgeHandlers, 'getSchedules' | 'addSchedule' | 'removeSchedule'> {
  return {
    getSchedules: () => ({ schedules: scheduledExports.all() }),
    addSchedule: (request, { signal }) =>
      work.run(request.accountId, signal, () => scheduledExports.add(request)),
    removeSchedule: async ({ scheduleId }) => {
      await scheduledExports.remove(scheduleId);
      return null;
    },
  };
}
