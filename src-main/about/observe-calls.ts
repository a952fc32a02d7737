import type { ChannelName } from '../../src-shared/channel-names.ts';
import type { ErrorCode } from '../../src-shared/errors.ts';
import type { Log } from '../log/log.ts';
import type { RecentErrors } from './recent-errors.ts';

/** A shorter call is not worth an entry in the log. */
const slowMilliseconds = 500;

interface Parts {
  log: Log;
  recentErrors: RecentErrors;
  /** Called each time the page has received rows. */
  onListed: () => void;
}

/** Returns a function that keeps the errors of calls for the diagnostics, and logs errors and slow calls. */
export function observeCalls({ log, recentErrors, onListed }: Parts) {
  return (
    channel: ChannelName,
    { code, milliseconds }: { code: ErrorCode | null; milliseconds: number },
  ): void => {
    if (channel === 'listTenants') onListed();
    if (code !== null) {
      recentErrors.add(channel, code);
      log('callEnded', { channel, code, milliseconds });
    } else if (milliseconds >= slowMilliseconds) {
      log('callEnded', { channel, milliseconds });
    }
  };
}
