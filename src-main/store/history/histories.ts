import { RowSet } from '../rows/row-set.ts';
import { findSavedList } from '../runs/saved-lists.ts';
import type { Connection } from '../sqlite/connection.ts';
import { ChangeLog } from './change-log.ts';
import { toSpan, type ComparedRuns } from './compared-runs.ts';
import { NetChanges } from './net-changes.ts';
import { RecentValues } from '../index/recent-values.ts';

interface ListHistory {
  log: ChangeLog;
  /** By span. Enough for the baselines between which a user switches. */
  nets: RecentValues<string, NetChanges>;
}

/** Caches the histories of the lists that were used last. Holds no connection. */
export class Histories {
  readonly #lists = new RecentValues<string, ListHistory>(40);

  /** Returns the changes of a list from one run to another. The log can also have others. */
  log(connection: Connection, listId: string, runs: ComparedRuns): ChangeLog {
    return this.#open(connection, listId, runs).log;
  }

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
    let history = this.#lists.get(listId);
    if (history === undefined || !history.log.reachesBackTo(since.runId)) {
      // Most users never look further back than the first time. Once they do, load everything, so that this happens once.
      const log = new ChangeLog(listId, history === undefined ? since.runId : 0);
      history = { log, nets: new RecentValues(3) };
      this.#lists.set(listId, history);
    }
    history.log.loadUntil(connection, until.runId);
    return history;
  }
}
