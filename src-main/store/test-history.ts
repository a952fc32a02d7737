import fc from 'fast-check';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { openStore, type RecordStore } from './record-store.ts';
import { listId, makePage, makeTenant, StoreFolder } from './test-store.ts';

const hour = 3_600_000;

/** A run, and the list as it left it. */
export interface Moment {
  run: RefreshRun;
  list: ListRecord[];
}

export interface Step {
  kind: RefreshRun['kind'];
  /** How long after the run before, in hours. */
  hours: number;
  edits: [id: number, edit: Partial<ListRecord> | 'remove'][];
}

/** Values with many chances to be the same again, or to be the same in another way. */
const anyValues = fc.record(
  {
    name: fc.constantFrom('Công ty An', 'Cong ty Ân', 'Điện 1', 'z', '🏪'),
    domain: fc.constantFrom('an.vn', 'z.vn'),
    status: fc.constantFrom(null, 'P', 'N', 'Z'),
    ownerId: fc.constantFrom(null, '1', '12'),
    connectionMethod: fc.constantFrom(null, 'direct', 'builtin'),
    createdAt: fc.constantFrom(
      null,
      '0001-01-01T00:00:00Z',
      '2024-01-02T03:04:05Z',
      '2024-01-02T10:04:05+07:00',
      '2023-12-31T23:59:59Z',
    ),
    updatedAt: fc.constantFrom('2024-01-02T03:04:05Z', '2024-01-02T03:04:06Z', null),
  },
  { requiredKeys: [] },
);

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('full', 'full', 'quick', 'filtered'),
  hours: fc.constantFrom(1, 24, 500),
  edits: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.oneof(
        { weight: 3, arbitrary: anyValues },
        { weight: 1, arbitrary: fc.constant('remove' as const) },
      ),
    ),
    { maxLength: 5 },
  ),
});

/** Some weeks of a small list, in which tenants come, change, go and come back. */
export const anyHistory = fc.array(anyStep, { minLength: 1, maxLength: 8 });

/** A store with a clock that the test sets. */
export class TimedStore implements Disposable {
  readonly store: RecordStore;
  now = Date.UTC(2026, 0, 5);
  readonly #folder = new StoreFolder();

  constructor() {
    ({ store: this.store } = openStore(this.#folder.path, { now: () => new Date(this.now) }));
  }

  /** The folder of the database. */
  get path(): string {
    return this.#folder.path;
  }

  /** Saves a complete run of one page. */
  save(
    tenants: readonly ListRecord[],
    kind: RefreshRun['kind'] = 'full',
    savedListId = listId,
  ): RefreshRun {
    const page = makePage(tenants);
    if (kind === 'quick') {
      const startedAt = new Date(this.now).toISOString();
      const read = { ...page, startedAt, pages: 1, duplicates: 0 };
      return this.store.completeQuickRun(savedListId, read);
    }
    const runId = this.store.beginRun(savedListId, kind === 'filtered' ? { name: 'x' } : {});
    this.store.addPage(runId, page);
    return this.store.completeRun(runId);
  }

  /** Saves a list with this history. Returns each run with the list as it left it. */
  play(steps: readonly Step[], savedListId: string): Moment[] {
    let list = [1, 2, 3, 4, 5, 6].map((id) => makeTenant(id));
    const moments = [{ run: this.save(list, 'full', savedListId), list }];
    for (const { kind, hours, edits } of steps) {
      this.now += hours * hour;
      const read = new Map<string, ListRecord>(
        kind === 'full' ? list.map((old) => [old.id, old]) : [],
      );
      for (const [id, edit] of edits) {
        const old = list.find((tenant) => tenant.id === String(id));
        if (edit !== 'remove') read.set(String(id), { ...(old ?? makeTenant(id)), ...edit });
        // A list that loses more than half of its tenants at once would not be replaced. New tenants do not count.
        else if (list.filter((tenant) => read.has(tenant.id)).length > list.length / 2 + 1) {
          read.delete(String(id));
        }
      }
      const run = this.save([...read.values()], kind, savedListId);
      const kept = kind === 'full' ? [] : list.filter((tenant) => !read.has(tenant.id));
      list = [...kept, ...read.values()];
      moments.push({ run, list });
    }
    return moments;
  }

  [Symbol.dispose](): void {
    this.store.close();
    this.#folder[Symbol.dispose]();
  }
}

export function endOf({ run }: Moment): string {
  return run.endedAt ?? '';
}
