import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import type { ListState, ShownPage } from './list-state.ts';
import {
  filtered,
  firstPage,
  initialListState,
  listOf,
  nextPage,
  pageOf as pageOfList,
  previousPage,
} from './list-state.ts';
import { rowRange } from './row-range.ts';

const tenant = {
  id: '1',
  name: 'An',
  domain: 'an.example',
  status: null,
  ownerId: null,
  connectionMethod: null,
  connectionId: null,
  createdAt: null,
  updatedAt: null,
};

function pageOf(rows: number, cursors: { next?: string; prev?: string } = {}): TenantPage {
  return {
    tenants: Array.from({ length: rows }, () => tenant),
    paging: { next: cursors.next ?? null, prev: cursors.prev ?? null, limit: 100 },
    source: 'live',
    fetchedAt: '2026-01-01T00:00:00Z',
    unreadableRows: 0,
  };
}

const initial = initialListState(50);
const shown = (asked: ListState, page: TenantPage): ShownPage => ({ page, asked });

/** The state after `step`, which must be possible. */
function walked(step: ListState | null): ListState {
  if (step === null) throw new Error('There is no such page');
  return step;
}

const second = walked(nextPage(shown(initial, pageOf(100, { next: 'c1' }))));

describe('the pager', () => {
  it('walks on by the cursor after and back by the cursor before', () => {
    expect(second.paging).toEqual({ limit: 50, after: 'c1' });

    const back = previousPage(shown(second, pageOf(50, { next: 'c2', prev: 'c0' })));
    expect(back?.paging).toEqual({ limit: 50, before: 'c0' });
    expect(back?.pagesBefore).toEqual([]);
  });

  it('goes nowhere where there is no further page', () => {
    const only = shown(initial, pageOf(3));
    expect(nextPage(only)).toBeNull();
    expect(previousPage(only)).toBeNull();
  });

  it('takes the first page for the first, whatever cursor the server gives with it', () => {
    expect(previousPage(shown(initial, pageOf(20, { prev: 'earlier' })))).toBeNull();
  });

  it('finds its way back from an empty page that shows the end', () => {
    const third = walked(nextPage(shown(second, pageOf(50, { next: 'c2', prev: 'c0' }))));
    const back = previousPage(shown(third, pageOf(0)));
    expect(back).toEqual(second);
  });

  it('returns to the first page when filter, sort or page size change', () => {
    const sort: Sort[] = [{ field: 'createdAt', direction: 'descending' }];
    for (const changes of [{ filter: { name: 'a' } }, { sort }, { sort: undefined }, {}]) {
      expect(firstPage(second, changes)).toMatchObject({ pagesBefore: [], ...changes });
      expect(firstPage(second, changes).paging).toEqual({ limit: 50 });
    }
    expect(firstPage(second, { pageSize: 25 }).paging).toEqual({ limit: 25 });
  });

  it('stays on its page when the filter says the same as before', () => {
    expect(filtered(second, {})).toBe(second);
    expect(filtered(second, { ownerId: '1' })).toMatchObject({ filter: { ownerId: '1' } });
    expect(filtered(second, { ownerId: '1' }).paging).toEqual({ limit: 50 });
  });
});

describe('another source', () => {
  const filter = { name: 'a', statuses: ['P'] };
  const sort: Sort[] = [{ field: 'name', direction: 'ascending' }];
  const saved = { ...second, filter, sort };

  it('begins at its first page, with what it knows of filter and sort', () => {
    expect(listOf('live', saved)).toEqual({
      source: 'live',
      filter: { name: 'a' },
      sort: undefined,
      pageSize: 50,
      paging: { limit: 50 },
      pagesBefore: [],
    });
  });

  it('has pages of the length it gives', () => {
    const long = firstPage(saved, { pageSize: 500 });
    expect(listOf('live', long)).toMatchObject({ pageSize: 100, paging: { limit: 100 } });
    expect(listOf('saved', long)).toMatchObject({ pageSize: 500, paging: { limit: 500 } });
  });

  it('leaves the page one is on alone when it is no other', () => {
    expect(listOf('saved', saved)).toEqual(saved);
  });

  it('gives filter and sort back after a walk through its pages', () => {
    const live = listOf('live', saved);
    const next = walked(nextPage(shown(live, pageOf(50, { next: 'l1' }))));
    const state = pageOfList(saved, next);
    expect(listOf('live', state).paging).toEqual({ limit: 50, after: 'l1' });
    expect(listOf('saved', state)).toEqual({ ...firstPage(saved), source: 'saved' });
  });
});

describe('all on one page', () => {
  const all = firstPage(initial, { pageSize: 'all' });
  const beginning = { ...pageOf(100, { next: 'd' }), total: 2300 };

  it('is the whole list, of which the page is the beginning', () => {
    expect(all.paging).toEqual({ limit: 100 });
    expect(rowRange(shown(all, beginning))).toEqual({ from: 1, to: 2300, total: 2300 });
    expect(nextPage(shown(all, beginning))).toBeNull();
  });

  it('is offered by the saved list only, and chosen again when that is back', () => {
    const live = listOf('live', all);
    expect(live).toMatchObject({ pageSize: 100, pagesBefore: [] });
    const next = walked(nextPage(shown(live, pageOf(100, { next: 'l1' }))));
    expect(listOf('saved', pageOfList(all, next)).pageSize).toBe('all');
  });
});

describe('rowRange', () => {
  it('counts the pages walked', () => {
    const page = pageOf(100, { next: 'd', prev: 'b' });
    expect(rowRange(shown(second, page))).toEqual({ from: 101, to: 200, total: null });
  });

  it('knows the total on the last page', () => {
    const page = pageOf(57, { prev: 'b' });
    expect(rowRange(shown(second, page))).toEqual({ from: 101, to: 157, total: 157 });
  });

  it('knows the total where the list does', () => {
    const page = { ...pageOf(50, { next: 'd' }), total: 2300 };
    expect(rowRange(shown(initial, page))).toEqual({ from: 1, to: 50, total: 2300 });
  });

  it('says nothing that the total contradicts: the list has changed on the way', () => {
    const last = { ...pageOf(30, { prev: 'b' }), total: 180 };
    expect(rowRange(shown(second, last))).toBeNull();
    const tooFew = { ...pageOf(50, { next: 'd' }), total: 120 };
    expect(rowRange(shown(second, tooFew))).toBeNull();
  });

  it('says nothing of an empty page', () => {
    expect(rowRange(shown(initial, pageOf(0)))).toBeNull();
  });

  it('fits the page before it, however long the pages are and whichever way one walks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2 }), (lengths) => {
        let state = initial;
        let end = 0;
        const starts: number[] = [];
        for (const length of lengths) {
          const page = shown(state, pageOf(length, { next: 'n' }));
          expect(rowRange(page)?.from).toBe(end + 1);
          starts.push(end + 1);
          end += length;
          state = walked(nextPage(page));
        }
        for (const [index, length] of [...lengths.entries()].reverse()) {
          state = walked(previousPage(shown(state, pageOf(1, { prev: 'p' }))));
          expect(rowRange(shown(state, pageOf(length, { next: 'n' })))?.from).toBe(starts[index]);
        }
      }),
    );
  });
});
