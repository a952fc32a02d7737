import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter, ListedRecord, Sort } from '../../src-shared/list-tenants.ts';
import { fieldsByKind } from '../../src-shared/tenant-fields.ts';
import { reference } from '../store/test-reference.ts';
import { failFor, saveHotlines, type SavedHotlines } from './test-saved-hotlines.ts';

let saved: SavedHotlines;
beforeAll(async () => {
  saved = await saveHotlines();
}, 60_000);
afterAll(() => saved[Symbol.asyncDispose]());

const indexOf = (record: ListedRecord | undefined) =>
  saved.truth.findIndex(({ id }) => id === record?.id);
const first = () => saved.truth[0] ?? failFor('');

describe('the saved hotlines', () => {
  it('are those of the server, with all digits', () => {
    for (const { id, hotline } of saved.truth) {
      expect(id).toMatch(/^\d{19}$/);
      expect(hotline).toMatch(/^[01]\d{9,10}$/);
    }
    expect(saved.truth.some(({ hotline }) => hotline?.startsWith('0'))).toBe(true);
  });

  it.each<[string, () => Filter]>([
    ['a whole number', () => ({ name: first().hotline ?? '' })],
    ['the beginning of numbers', () => ({ name: '0246' })],
    ['a name without accents', () => ({ name: 'cham soc khach hang' })],
    ['a name with accents', () => ({ name: 'Bảo hành' })],
    ['a description without accents', () => ({ name: 'le tan sau 22' })],
    ['a network and a name', () => ({ name: 'viettel tuyen dung' })],
    ['an owner id', () => ({ name: first().ownerId ?? '' })],
    ['what no hotline has', () => ({ name: 'xyzzy' })],
    ['a network', () => ({ networks: ['cmc'] })],
    ['networks and no network', () => ({ networks: ['gtel', null] })],
    ['statuses', () => ({ statuses: ['Z', 'N'] })],
    ['a method', () => ({ connectionMethods: ['direct'] })],
    ['an owner', () => ({ ownerIds: [first().ownerId ?? ''] })],
    ['a time', () => ({ createdFrom: '2025-01-01T00:00:00Z', createdTo: '2025-06-30T00:00:00Z' })],
    ['a time of change', () => ({ changedFrom: '2026-06-01T00:00:00Z' })],
    ['several conditions', () => ({ networks: ['viettel'], statuses: ['P'], name: 'ban hang' })],
  ])('are filtered by %s', async (_name, filter) => {
    const expected = reference(saved.truth, filter(), undefined);
    const found = await saved.weeks.list(filter());
    expect(found).toEqual(expected);
    if (_name !== 'what no hotline has') expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(saved.truth.length);
  });

  it.each(['+84', '0084 ', '0'])(
    'are searched by numbers, however these are written: %s',
    async (start) => {
      const rest =
        saved.truth.find(({ hotline }) => hotline?.startsWith('02'))?.hotline?.slice(1, 6) ?? '';
      const expected = reference(saved.truth, { name: `0${rest}` }, undefined);
      const written = `${start}${rest.slice(0, 2)} ${rest.slice(2)}`;
      expect(await saved.weeks.list({ name: written })).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    },
  );

  it.each(fieldsByKind.hotlines)('are sorted by %s, both ways', async (field) => {
    for (const direction of ['ascending', 'descending'] as const) {
      const sort: Sort[] = [{ field, direction }];
      expect(await saved.weeks.list({}, sort)).toEqual(reference(saved.truth, {}, sort));
    }
  });

  it('are counted by every value that they can be filtered by', async () => {
    const facets = await saved.weeks.handlers.getFacets(
      { listIds: [saved.weeks.listId], lists: [], filter: {}, timeZone: 'vietnam' },
      saved.weeks.context,
    );
    const count = (field: 'network' | 'status' | 'connectionMethod' | 'ownerId') =>
      Map.groupBy(saved.truth, (row) => row[field] ?? null);
    const toMap = (counts: readonly { value: string | null; count: number }[]) =>
      new Map(counts.map(({ value, count: rows }) => [value, rows]));
    for (const [field, counts] of [
      ['network', facets.networks],
      ['status', facets.statuses],
      ['connectionMethod', facets.connectionMethods],
    ] as const) {
      const expected = [...count(field)].map(([value, rows]) => [value, rows.length] as const);
      expect(toMap(counts)).toEqual(new Map(expected));
    }
    expect(facets.owners.count).toBe(count('ownerId').size);
    const [most] = facets.owners.most;
    expect(most?.count).toBe(Math.max(...[...count('ownerId').values()].map((of) => of.length)));
  });

  it.each<['hotline' | 'any', (number: string) => string]>([
    ['hotline', (number) => number],
    ['any', (number) => number],
    ['hotline', (number) => `+84 ${number.slice(1, 3)} ${number.slice(3)}`],
    ['any', (number) => `0084.${number.slice(1)}`],
    ['any', (number) => `(${number.slice(0, 3)}) ${number.slice(3, 7)}-${number.slice(7)}`],
  ])('are found by pasted numbers (%s)', async (by, write) => {
    const wanted = saved.truth.filter(({ hotline }) => hotline?.startsWith('028')).slice(0, 50);
    const values = wanted.map(({ hotline }) => write(hotline ?? ''));
    const matching = { by, values: [...values, '0280000'] };
    const request = { listIds: [saved.weeks.listId], matching };
    expect(await saved.weeks.handlers.matchValues(request, saved.weeks.context)).toEqual({
      ...{ tenants: 50, found: 50, notFound: ['0280000'] },
    });
    const found = await saved.weeks.list({ matching });
    expect(found).toEqual(wanted);
  });

  it('are found by numbers without the leading zero, but not by the ids of others', async () => {
    const [landline, special] = ['02', '1900'].map(
      (start) => saved.truth.find(({ hotline }) => hotline?.startsWith(start)) ?? failFor(start),
    );
    const found = async (values: (string | null | undefined)[]) =>
      saved.weeks.list({ matching: { by: 'any', values: values.map((value) => value ?? '') } });
    const bySaved = [landline, special].toSorted((a, b) => indexOf(a) - indexOf(b));
    expect(await found([landline?.hotline?.slice(1), special?.hotline])).toEqual(bySaved);
    expect(await found([special?.id])).toEqual([special]);
    expect(await found([special?.ownerId, special?.connectionId])).toEqual([]);
    expect(await found([special?.hotline?.slice(0, -1)])).toEqual([]);
  });
});
