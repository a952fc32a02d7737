import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sort, TenantPage } from '../../src-shared/list-tenants.ts';
import type { PageRequest, ShownPage } from './page-request.ts';
import {
  firstPage,
  initialRequest,
  nextPage,
  previousPage,
  requestFor,
  withFilter,
  withPage,
} from './page-request.ts';
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

const initial = initialRequest(50);
const shown = (request: PageRequest, page: TenantPage): ShownPage => ({ page, request });

function existing(request: PageRequest | null): PageRequest {
  if (request === null) throw new Error('There is no such page');
  return request;
}

const second = existing(nextPage(shown(initial, pageOf(100, { next: 'c1' }))));

describe('the pager', () => {
  it('uses the cursors of the page in both directions', () => {
    expect(second.paging).toEqual({ limit: 50, after: 'c1' });

    const back = previousPage(shown(second, pageOf(50, { next: 'c2', prev: 'c0' })));
    expect(back?.paging).toEqual({ limit: 50, before: 'c0' });
    expect(back?.pagesBefore).toEqual([]);
  });

  it('returns null if there is no further page', () => {
    const only = shown(initial, pageOf(3));
    expect(nextPage(only)).toBeNull();
    expect(previousPage(only)).toBeNull();
  });

  it('has no page before the first one, even if the server returns a cursor', () => {
    expect(previousPage(shown(initial, pageOf(20, { prev: 'earlier' })))).toBeNull();
  });

  it('returns from an empty last page', () => {
    const third = existing(nextPage(shown(second, pageOf(50, { next: 'c2', prev: 'c0' }))));
    const back = previousPage(shown(third, pageOf(0)));
    expect(back).toEqual(second);
  });

  it('returns to the first page if filter, sort or page size change', () => {
    const sort: Sort[] = [{ field: 'createdAt', direction: 'descending' }];
    for (const changes of [{ filter: { name: 'a' } }, { sort }, { sort: undefined }, {}]) {
      expect(firstPage(second, changes)).toMatchObject({ pagesBefore: [], ...changes });
      expect(firstPage(second, changes).paging).toEqual({ limit: 50 });
    }
    expect(firstPage(second, { pageSize: 25 }).paging).toEqual({ limit: 25 });
  });

  it('stays on its page if the filter does not change', () => {
    expect(withFilter(second, {})).toBe(second);
    expect(withFilter(second, { ownerIds: ['1'] })).toMatchObject({ filter: { ownerIds: ['1'] } });
    expect(withFilter(second, { ownerIds: ['1'] }).paging).toEqual({ limit: 50 });
  });
});

describe('another source', () => {
  const filter = { name: 'a', statuses: ['P'] };
  const sort: Sort[] = [{ field: 'name', direction: 'ascending' }];
  const saved = { ...second, filter, sort };

  it('starts at its first page, with the parts of filter and sort that it supports', () => {
    expect(requestFor('live', saved)).toEqual({
      records: 'tenants',
      source: 'live',
      filter: { name: 'a' },
      sort: [{ field: 'createdAt', direction: 'descending' }],
      pageSize: 50,
      paging: { limit: 50 },
      pagesBefore: [],
    });
  });

  it('has pages of a size that it supports', () => {
    const long = firstPage(saved, { pageSize: 500 });
    expect(requestFor('live', long)).toMatchObject({ pageSize: 100, paging: { limit: 100 } });
    expect(requestFor('saved', long)).toMatchObject({ pageSize: 500, paging: { limit: 500 } });
  });

  it('keeps the page if the source does not change', () => {
    expect(requestFor('saved', saved)).toEqual(saved);
  });

  it('restores filter and sort after pages of the other source', () => {
    const live = requestFor('live', saved);
    const next = existing(nextPage(shown(live, pageOf(50, { next: 'l1' }))));
    const request = withPage(saved, next);
    expect(requestFor('live', request).paging).toEqual({ limit: 50, after: 'l1' });
    expect(requestFor('saved', request)).toEqual({ ...firstPage(saved), source: 'saved' });
  });
});

describe('a list without a chosen order', () => {
  const newest: Sort[] = [{ field: 'createdAt', direction: 'descending' }];

  it('has its newest tenants first, as soon as it has been read in full', () => {
    expect(requestFor('saved', initial).sort).toEqual(newest);
    expect(requestFor('live', initial).sort).toEqual(newest);
    expect(requestFor('saved', initial, false).sort).toBeUndefined();
  });

  it('has its newest changes first', () => {
    const changes = firstPage(initial, { filter: { change: 'any', since: 'seen' } });
    const found: Sort[] = [{ field: 'foundAt', direction: 'descending' }];
    expect(requestFor('saved', changes).sort).toEqual(found);
  });

  it('has the best matches of a search first, which only the saved list knows', () => {
    const search = firstPage(initial, { filter: { name: 'điện' } });
    expect(requestFor('saved', search).sort).toBeUndefined();
    expect(requestFor('live', search).sort).toEqual(newest);
  });

  it('gets its own order back after a chosen one', () => {
    const sort: Sort[] = [{ field: 'name', direction: 'ascending' }];
    const chosen = firstPage(initial, { sort });
    expect(requestFor('saved', chosen, false).sort).toEqual(sort);
    expect(requestFor('saved', firstPage(chosen, { sort: undefined })).sort).toEqual(newest);
  });
});

describe('all on one page', () => {
  const all = firstPage(initial, { pageSize: 'all' });
  const beginning = { ...pageOf(100, { next: 'd' }), total: 2300 };

  it('shows the whole list, whose first rows are the page', () => {
    expect(all.paging).toEqual({ limit: 100 });
    expect(rowRange(shown(all, beginning))).toEqual({ from: 1, to: 2300, total: 2300 });
    expect(nextPage(shown(all, beginning))).toBeNull();
  });

  it('is available for the saved list only, and restored with it', () => {
    const live = requestFor('live', all);
    expect(live).toMatchObject({ pageSize: 100, pagesBefore: [] });
    const next = existing(nextPage(shown(live, pageOf(100, { next: 'l1' }))));
    expect(requestFor('saved', withPage(all, next)).pageSize).toBe('all');
  });
});

describe('rowRange', () => {
  it('counts the rows of the previous pages', () => {
    const page = pageOf(100, { next: 'd', prev: 'b' });
    expect(rowRange(shown(second, page))).toEqual({ from: 101, to: 200, total: null });
  });

  it('knows the total on the last page', () => {
    const page = pageOf(57, { prev: 'b' });
    expect(rowRange(shown(second, page))).toEqual({ from: 101, to: 157, total: 157 });
  });

  it('has the total of the saved list', () => {
    const page = { ...pageOf(50, { next: 'd' }), total: 2300 };
    expect(rowRange(shown(initial, page))).toEqual({ from: 1, to: 50, total: 2300 });
  });

  it('is null if the total contradicts it, because the list has changed', () => {
    const last = { ...pageOf(30, { prev: 'b' }), total: 180 };
    expect(rowRange(shown(second, last))).toBeNull();
    const tooFew = { ...pageOf(50, { next: 'd' }), total: 120 };
    expect(rowRange(shown(second, tooFew))).toBeNull();
  });

  it('is null for an empty page', () => {
    expect(rowRange(shown(initial, pageOf(0)))).toBeNull();
  });

  it('continues the previous range for pages of any length, in both directions', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2 }), (lengths) => {
        let request = initial;
        let end = 0;
        const starts: number[] = [];
        for (const length of lengths) {
          const page = shown(request, pageOf(length, { next: 'n' }));
          expect(rowRange(page)?.from).toBe(end + 1);
          starts.push(end + 1);
          end += length;
          request = existing(nextPage(page));
        }
        for (const [index, length] of [...lengths.entries()].reverse()) {
          request = existing(previousPage(shown(request, pageOf(1, { prev: 'p' }))));
          expect(rowRange(shown(request, pageOf(length, { next: 'n' })))?.from).toBe(starts[index]);
        }
      }),
    );
  });
});
