import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayAt } from '../../src-shared/days.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { anyHistory, endOf, TimedStore, type Moment } from './test-history.ts';
import { reference } from './test-reference.ts';
import { listId, makeTenant, otherListId } from './test-store.ts';
import { anyFilter } from './test-tenants.ts';

const clock = createClock('vietnam');
/** Each history needs a list of its own. */
let histories = 0;

let timed: TimedStore;
beforeEach(() => {
  timed = new TimedStore();
});
afterEach(() => timed[Symbol.dispose]());

const find = (list: readonly ListRecord[], id: string) => list.find((tenant) => tenant.id === id);

describe('growth', () => {
  it('counts the tenants at the end of each month, and those that came and went', () => {
    fc.assert(
      fc.property(anyHistory, anyFilter, (steps, filter) => {
        const own = `history ${histories++}`;
        const moments = timed.play(steps, own);
        const { growth, accounts } = timed.store.overview(
          [{ listId: own, accountId: own }],
          filter,
          clock,
        );
        expect(accounts).toEqual([]);
        if (moments.length === 1) {
          expect(growth).toEqual({ months: [], since: null });
          return;
        }
        expect(growth.since).toBe(endOf(moments[0] ?? fail()));
        const tenants = moments.flatMap(({ list }) => list.map(({ id }) => id));
        const last = (id: string) =>
          moments.map(({ list }) => find(list, id)).findLast((listed) => listed !== undefined);
        const matching = new Set(
          reference(
            [...new Set(tenants)].flatMap((id) => last(id) ?? []),
            filter,
            undefined,
          ).map(({ id }) => id),
        );
        const monthOf = (moment: Moment) => dayAt(new Date(endOf(moment)), clock).slice(0, 7);
        const counted = (moment: Moment) => moment.list.filter(({ id }) => matching.has(id));
        let before = moments[0];
        for (const { month, statuses, ...found } of growth.months) {
          const after = moments.findLast((moment) => monthOf(moment) <= month) ?? fail();
          const ids = new Set(counted(before ?? fail()).map(({ id }) => id));
          const idsAfter = new Set(counted(after).map(({ id }) => id));
          expect(found).toEqual({
            new: idsAfter.difference(ids).size,
            gone: ids.difference(idsAfter).size,
          });
          const counts = new Map<string | null, number>();
          for (const { status } of counted(after)) {
            counts.set(status, (counts.get(status) ?? 0) + 1);
          }
          expect(new Map(statuses.map(({ value, count }) => [value, count]))).toEqual(counts);
          before = after;
        }
        expect(growth.months.at(-1)?.month).toBe(dayAt(new Date(timed.now), clock).slice(0, 7));
        expect(growth.months[0]?.month).toBe(monthOf(moments[0] ?? fail()));
      }),
      { numRuns: 50 },
    );
  });

  it('has the totals of each account, also of one without a list', () => {
    timed.save([makeTenant(1), makeTenant(2, { status: 'N' })]);
    timed.save([makeTenant(1)], 'full', otherListId);
    timed.now += 1000;
    timed.save([makeTenant(2, { status: 'N' }), makeTenant(3)]);
    const accountOf = (id: string) => ({ listId: id, accountId: id });
    const all = [listId, otherListId, 'never read'].map(accountOf);
    const now = new Date(timed.now).toISOString();
    expect(timed.store.overview(all, {}, clock)).toMatchObject({
      total: 3,
      growth: { months: [{ month: '2026-01', new: 1, gone: 1 }] },
      accounts: [
        { accountId: listId, total: 2, newThisMonth: 1, goneThisMonth: 1, fetchedAt: now },
        { accountId: otherListId, total: 1, newThisMonth: 0, goneThisMonth: 0 },
        { accountId: 'never read', total: 0, statuses: [], fetchedAt: null },
      ],
    });
    const { accounts } = timed.store.overview(all, { statuses: ['N'] }, clock);
    expect(accounts.map(({ total }) => total)).toEqual([1, 0, 0]);
  });
});

function fail(): never {
  throw new Error('A moment is missing');
}
