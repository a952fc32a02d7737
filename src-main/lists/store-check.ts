import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { AppErrorFields } from '../../src-shared/errors.ts';
import { recordKinds, type RecordKind } from '../../src-shared/record-kinds.ts';
import type { Log } from '../log/log.ts';

/** Which database is checked. */
interface CheckedStore {
  dataFolder: string;
  records: RecordKind;
}

/** Starts the thread that checks a database. @param entry the file of `list-worker/check-store.ts`. */
export function startStoreCheck(entry: URL, checked: CheckedStore): Worker {
  return new Worker(entry, { workerData: checked });
}

interface Parts {
  /** Starts the thread that checks a database and reports whether it is damaged. */
  start: (records: RecordKind) => Worker;
  /** Moves a damaged database aside and opens a new one. @returns the notice for the user. */
  setAside: (records: RecordKind) => Promise<AppErrorFields | null>;
  onNotice: (notice: AppErrorFields) => void;
  log: Log;
}

/** Long enough for the page to draw the first rows, which must not wait for the check. */
const delayMilliseconds = 2_000;

/** Checks once whether the databases are damaged, in a thread of its own, so that no call waits for it. */
export class StoreCheck {
  readonly #parts: Parts;
  #isScheduled = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts the check soon. Only the first call has an effect. */
  schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setTimeout(() => void this.run(), delayMilliseconds).unref();
  }

  /** Checks the databases, one after the other. Never rejects. */
  async run(): Promise<void> {
    for (const records of recordKinds) await this.#check(records);
  }

  async #check(records: RecordKind): Promise<void> {
    const { start, setAside, onNotice, log } = this.#parts;
    const begin = performance.now();
    try {
      const [isDamaged] = z.tuple([z.boolean()]).parse(await once(start(records), 'message'));
      log('storeChecked', { milliseconds: Math.round(performance.now() - begin) });
      if (!isDamaged) return;
      log('storeDamaged');
      const notice = await setAside(records);
      if (notice !== null) onNotice(notice);
    } catch (error) {
      log('workerFailed', { error });
    }
  }
}
