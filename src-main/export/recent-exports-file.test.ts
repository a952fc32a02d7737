import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportScope } from '../../src-shared/export-tenants.ts';
import { noFilter } from '../../src-shared/filter-values.ts';
import { mostRecentExports } from '../../src-shared/limits.ts';
import { prepareTestFolder } from '../files/test-folder.ts';
import { RecentExportsFile, toRepeatable, type StoredExport } from './recent-exports-file.ts';

const accountId = '00000000-0000-4000-8000-000000000001';
const otherId = '00000000-0000-4000-8000-000000000002';

const folder = prepareTestFolder();

async function load(): Promise<RecentExportsFile> {
  const file = new RecentExportsFile(folder.path);
  expect(await file.load()).toBeNull();
  return file;
}

function stored(number: number, filterValues = noFilter): StoredExport {
  const scope = { kind: 'all', source: 'saved', filter: {} } as const;
  return {
    exportId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    path: folder.join('sheets', `${number}.xlsx`),
    suggestedName: 'tenants.xlsx',
    exportedAt: '2026-11-23T00:00:00.000Z',
    rows: number,
    changeLines: null,
    contents: { scope, options: defaultExportOptions, filterValues },
  };
}

describe('RecentExportsFile', () => {
  it('keeps the newest exports of each account over a restart, and tells no folders', async () => {
    const file = await load();
    await file.add(otherId, stored(0));
    for (let number = 1; number <= mostRecentExports + 2; number++) {
      await file.add(accountId, stored(number));
    }
    const again = await load();
    const listed = again.list(accountId);
    expect(listed).toHaveLength(mostRecentExports);
    expect(listed[0]).toMatchObject({ name: '22.xlsx', rows: 22 });
    expect(listed.at(-1)?.name).toBe('3.xlsx');
    const { exportId, exportedAt, rows, changeLines } = stored(22);
    expect(listed[0]).toEqual({
      ...{ exportId, exportedAt, rows, changeLines },
      ...{ name: '22.xlsx', viewId: null, isRepeatable: true },
    });
    expect(again.list(otherId)).toHaveLength(1);
    expect(again.list('all')).toEqual([]);
    expect(again.find(stored(22).exportId)).toEqual(stored(22));
    expect(again.find(stored(1).exportId)).toBeUndefined();
  });

  it('keeps an export with an invalid or unknown filter, but does not repeat it with other rows', async () => {
    const filters = [{ createdFrom: 'soon' }, { regions: ['1'] }, { statuses: ['P'] }];
    const exports = filters.map((filter, at) => {
      const scope = { kind: 'all', source: 'saved', filter };
      return { ...stored(at + 1), contents: { scope, options: defaultExportOptions } };
    });
    await writeFile(folder.join('recent-exports.json'), JSON.stringify({ [accountId]: exports }));
    const file = new RecentExportsFile(folder.path);
    expect(await file.load()).toMatchObject({ code: 'settings_repaired' });
    expect(file.list(accountId).map(({ isRepeatable }) => isRepeatable)).toEqual([
      ...[false, false, true],
    ]);
  });

  it('keeps the newest exports if the file has too many', async () => {
    const exports = Array.from({ length: mostRecentExports + 2 }, (_, at) => stored(at));
    await writeFile(folder.join('recent-exports.json'), JSON.stringify({ [accountId]: exports }));
    const file = new RecentExportsFile(folder.path);
    expect(await file.load()).toMatchObject({ code: 'settings_repaired' });
    const kept = exports.slice(0, mostRecentExports);
    expect(file.list(accountId).map(({ rows }) => rows)).toEqual(kept.map(({ rows }) => rows));
  });

  it('keeps nothing of a removed account in any file', async () => {
    const file = await load();
    await file.add(accountId, stored(1));
    await file.add('all', stored(2, { ...noFilter, accountIds: [accountId] }));
    await file.add('all', stored(3));
    await file.remove(accountId);
    for (const name of await readdir(folder.path)) {
      expect(await readFile(folder.join(name), 'utf8')).not.toContain(accountId);
    }
    expect((await load()).list('all').map(({ name }) => name)).toEqual(['3.xlsx']);
  });
});

describe('an export can be repeated unless its rows were chosen one by one', () => {
  const all = { kind: 'all', source: 'saved', filter: {} } as const;
  it.each<[ExportScope, boolean]>([
    [all, true],
    [{ ...all, source: 'live' }, true],
    [{ kind: 'changes', since: 'seen', filter: {} }, true],
    [{ kind: 'overview', filter: {} }, true],
    [{ ...all, except: ['1'] }, false],
    [{ kind: 'page', tenants: [] }, false],
    [{ kind: 'selected', tenants: [] }, false],
    [{ kind: 'selectedSaved', keys: [], filter: {} }, false],
  ])('%j: %j', (scope, isRepeatable) => {
    const contents = toRepeatable({ accountId, scope, options: defaultExportOptions });
    expect(contents).toEqual(isRepeatable ? { scope, options: defaultExportOptions } : null);
  });
});

it('what is remembered of an export has the values of a matched list once', () => {
  const matching = { by: 'any' as const, values: ['pbx1.example.vn'] };
  const scope: ExportScope = { kind: 'all', source: 'saved', filter: { matching } };
  const filterValues = { ...noFilter, createdFrom: 'last7Days', matching };
  const contents = toRepeatable({ accountId, scope, options: defaultExportOptions, filterValues });
  expect(contents?.scope).toEqual(scope);
  expect(contents?.filterValues).toEqual({ ...noFilter, createdFrom: 'last7Days' });
});
