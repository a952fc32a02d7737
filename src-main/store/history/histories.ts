import { AppError } from '../../../src-shared/errors.ts';
import { RowSet } from '../rows/row-set.ts';
import { findSavedList } from '../runs/saved-lists.ts';
import type { Connection } from '../sqlite/connection.ts';
import { ChangeLog, largestLog } from './change-log.ts';
import { toSpan, type ComparedRuns } from './compared-runs.ts';
import { NetChanges } from './net-changes.ts';
import { RecentValues } from '../index/recent-values.ts';

interface ListHistory {
  log: ChangeLog;
  /** By span. Enough for the baselines between which a user switches. */
  nets: RecentValues<string, NetChanges>;
}

/** How large the cached logs may be together: see `ChangeLog.size`. */
const cachedLogs = 1.5 * largestLog;
/** At most 40 logs are cached, however small they are. */
const leastSize = cachedLogs / 40;

/** Caches the histories of the lists that were used last. Holds no connection. */
export class Histories {
  readonly #lists = new RecentValues<string, ListHistory>(cachedLogs, ({ log }) =>
    Math.max(log.size, leastSize),
  );

  /**
   * Returns the changes of a list from one run to another. The log can also have others.
   *
   * @throws AppError `history_too_large`
   */
  log(connection: Connection, listId: string, runs: ComparedRuns): ChangeLog {
    return this.#open(connection, listId, runs).log;
  }

  /** Like `log`. @throws AppError `history_too_large` */
  netChanges(connection: Connection, listId: string, runs: ComparedRuns): NetChanges {
    const { log, nets } = this.#open(connection, listId, runs);
    const span = toSpan(runs);
    return nets.getOrCreate(`${span.since} ${span.until}`, () => {
      const saved = findSavedList(connection, listId);
      const rows = saved && new RowSet(connection, saved.runId, 'read');
      return new NetChanges(log, span, (tenantId) => rows?.find(tenantId)?.tenant ?? null);
    });
  }

  #open(connection: Connection, listId: string, { since, until }: ComparedRuns): ListHistory {
    const known = this.#lists.get(listId);
    // A log that could not be loaded must not be used again.
    this.#lists.delete(listId);
    const history = load();
    this.#lists.set(listId, history);
    return history;

    function load(): ListHistory {
      const short = () => loadLog(createHistory(listId, since.runId));
      // At first, load only the needed part: most users never look further back. If they do, load the whole history.
      if (known === undefined) return short();
      const isEnough = known.log.reachesBackTo(since.runId);
      try {
        return loadLog(isEnough ? known : createHistory(listId, 0));
      } catch (error) {
        if (isTooLarge(error)) return short();
        throw error;
      }
    }

    function loadLog(history: ListHistory): ListHistory {
      history.log.loadUntil(connection, until.runId);
      return history;
    }
  }
}

/** @param after as in `ChangeLog`. */
function createHistory(listId: string, after: number): ListHistory {
  return { log: new ChangeLog(listId, after), nets: new RecentValues(3) };
}

/** Returns whether an error is `history_too_large`. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof AppError && error.code === 'history_too_large';
}
