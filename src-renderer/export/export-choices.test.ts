import { describe, expect, it } from 'vitest';
import { listExportChoices, findLikelyChoice, type Exportable } from './export-choices.ts';
import type { Sort } from '../../src-shared/list-tenants.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';

const tenant: ListRecord = {
  ...{ id: '1', name: 'Một', domain: 'a.example', status: 'P', ownerId: '2' },
  ...{ connectionMethod: null, connectionId: null, createdAt: null, updatedAt: null },
};
const fetchedAt = '2026-11-23T00:00:00.000Z';
const saved = {
  ...{
    state: 'complete' as const,
    tenants: 2300,
    fetchedAt,
    completeRun: null,
    interruptedRun: null,
    readInFullAt: null,
    failure: null,
    shrunkRun: null,
    unreadableRows: 0,
    quickRefreshOff: null,
  },
  accounts: { complete: 1, of: 1 },
};
const plain: Exportable = {
  ...{ source: 'saved', filter: {}, sort: undefined, total: 2300, saved },
  changes: { since: 'seen', count: 3 },
  selected: { keys: [] },
  isWhole: false,
  selectedRows: 0,
  page: {
    ...{ tenants: [tenant], paging: { next: null, prev: null, limit: 50 } },
    ...{ source: 'saved', fetchedAt, unreadableRows: 0 },
  },
};

function kinds(exportable: Exportable) {
  const choices = listExportChoices(exportable);
  const rows: Record<string, unknown> = { likely: findLikelyChoice(choices)?.kind };
  for (const choice of choices) rows[choice.kind] = choice.unavailable ?? choice.rows;
  return rows;
}

describe('listExportChoices', () => {
  it('suggests everything if nothing is filtered or selected', () => {
    expect(kinds(plain)).toEqual({
      ...{ page: 1, selected: 'noSelection', matching: 'noFilter', everything: 2300, changes: 3 },
      likely: 'everything',
    });
  });

  it('suggests the matching tenants of a filtered list', () => {
    const filtered = { ...plain, filter: { name: 'khách sạn' }, total: 12 };
    expect(kinds(filtered)).toMatchObject({ matching: 12, everything: 2300, likely: 'matching' });
    expect(listExportChoices(filtered)[2]?.scope).toMatchObject({ filter: { name: 'khách sạn' } });
    expect(listExportChoices(filtered)[3]?.scope).toMatchObject({ filter: {} });
  });

  it('suggests the selected tenants first', () => {
    expect(kinds({ ...plain, selected: { keys: [' 1'] }, selectedRows: 1 })).toMatchObject({
      ...{ selected: 1, likely: 'selected' },
    });
    const filtered = { ...plain, filter: { name: 'a' }, total: 12 };
    const most = { ...filtered, selected: { allExcept: [' 1'] }, selectedRows: 11 };
    expect(kinds(most)).toMatchObject({ selected: 11, matching: 12, likely: 'selected' });
    expect(listExportChoices(most)[1]?.scope).toEqual({
      ...{ kind: 'all', source: 'saved', filter: { name: 'a' }, except: [' 1'] },
      changesSince: 'seen',
    });
    expect(kinds({ ...most, selectedRows: 0 })).toMatchObject({ selected: 'noSelection' });
  });

  it('says of which moment the rows of a page are, if that is not now', () => {
    for (const filter of [{ change: 'gone', since: 'seen' }, { asOf: fetchedAt }] as const) {
      expect(listExportChoices({ ...plain, filter })[0]?.scope).toEqual({
        ...{ kind: 'selectedSaved', keys: [' 1'], filter },
      });
    }
  });

  it('has all rows of a page that is the whole list, of which only the first were read', () => {
    const filter = { name: 'a' };
    const whole = { ...plain, ...{ filter, total: 1200, isWhole: true } };
    expect(kinds(whole)).toMatchObject({ page: 1200 });
    expect(listExportChoices(whole)[0]?.scope).toEqual({
      ...{ kind: 'all', source: 'saved', filter, changesSince: 'seen' },
    });
  });

  it('names selected saved tenants by their keys, among the changes if these are shown', () => {
    const keys = [' 1', ' 2'];
    const some = { ...plain, selected: { keys }, selectedRows: 2 };
    const named = { ...some, filter: { name: 'a' }, total: 1 };
    expect(listExportChoices(named)[1]?.scope).toEqual({ kind: 'selectedSaved', keys, filter: {} });
    const filter = { change: 'gone', since: 'lastExport', name: 'a' } as const;
    expect(listExportChoices({ ...some, filter })[1]?.scope).toMatchObject({
      filter: { change: 'any', since: 'lastExport' },
    });
  });

  it('suggests the shown changes, as they are filtered', () => {
    const filter = { change: 'gone', since: 'seen', name: 'a' } as const;
    const sort: Sort[] = [{ field: 'foundAt', direction: 'ascending' }];
    const view = { ...plain, filter, sort, total: 2 };
    expect(kinds(view)).toMatchObject({ changes: 2, likely: 'changes' });
    expect(listExportChoices(view).at(-1)?.scope).toEqual({
      ...{ kind: 'changes', since: 'seen', filter, sort },
    });
    expect(kinds({ ...view, total: 0 })).toMatchObject({ changes: 'noChanges' });
    expect(listExportChoices({ ...plain, sort }).at(-1)?.scope).toEqual({
      ...{ kind: 'changes', since: 'seen', filter: {} },
    });
  });

  it('says that there is nothing to compare, and not that nothing has changed', () => {
    const since = 'seen' as const;
    expect(kinds({ ...plain, changes: { since, count: null } }).changes).toBe('notCompared');
    expect(kinds({ ...plain, changes: { since, count: 0 } }).changes).toBe('noChanges');
  });

  it('carries selected live tenants with the time of the oldest', () => {
    const selected = { tenants: [tenant], fetchedAt: '2026-11-22T00:00:00.000Z' };
    const live: Exportable = { ...plain, source: 'live', selected, selectedRows: 1 };
    expect(listExportChoices(live)[1]?.scope).toEqual({
      ...{ kind: 'selected', source: 'live', ...selected },
    });
  });

  it('offers more than 100,000 selected tenants, and no more than a request can carry', () => {
    const select = (count: number) => {
      const keys = Array.from({ length: count }, (_, at) => ` ${at}`);
      return kinds({ ...plain, selected: { keys }, selectedRows: count }).selected;
    };
    expect(select(350_000)).toBe(350_000);
    expect(select(500_001)).toBe('tooManySelected');
  });

  it('suggests the whole live list, with an unknown number of rows', () => {
    const live = { ...plain, source: 'live', total: null } as const;
    expect(kinds(live)).toMatchObject({ matching: null, everything: 2300, likely: 'matching' });
  });

  it('suggests nothing if nothing is saved or shown', () => {
    const none = { ...saved, state: 'none' as const, tenants: 0 };
    expect(kinds({ ...plain, page: null, total: null, saved: none })).toEqual({
      page: 'noRows',
      selected: 'noSelection',
      matching: 'noFilter',
      everything: 'nothingSaved',
      changes: 'nothingSaved',
      likely: undefined,
    });
  });
});
