import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import type { ImportedRow } from '../../src-shared/import-annotations.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { listId, startLists, type TestLists } from './test-lists.ts';

const otherListId = 'other server';
const oneList = [{ listId, accountId: 'one' }];
const bothLists = [...oneList, { listId: otherListId, accountId: 'two' }];
const listIds = new Map(bothLists.map((list) => [list.accountId, list.listId]));

let sandbox: Sandbox;
let lists: TestLists;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'key', tenants: 12 });
  lists = await startLists();
});
afterEach(async () => {
  await lists[Symbol.asyncDispose]();
  await sandbox.close();
});

/** Returns the tenants of one list with all that the user has noted about them. */
async function tenantsOf(ofListId: string): Promise<ListedRecord[]> {
  return (await lists.list({ listIds: [ofListId] })).tenants;
}

/** Undoes an import. */
async function restore({ before }: Awaited<ReturnType<typeof importRows>>): Promise<void> {
  const withList = <Former extends { accountId: string }>({ accountId, ...former }: Former) => ({
    listId: listIds.get(accountId) ?? '',
    ...former,
  });
  await lists.lists.call('restoreAnnotations', {
    annotations: before.annotations.map(withList),
    ownerNames: (before.ownerNames ?? []).map(withList),
  });
}

const importRows = (rows: readonly ImportedRow[], into = oneList) =>
  lists.lists.call('importAnnotations', { lists: into, rows });
const previewRows = (rows: readonly ImportedRow[], into = oneList) =>
  lists.lists.call('previewImport', { lists: into, rows });

describe('an import', () => {
  it('finds tenants by their id with all digits, and by their domain in any case', async () => {
    await lists.refresh(sandbox);
    const [first, second, third] = sandbox.tenants;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    const { report } = await importRows([
      { tenant: first.id, note: 'by id' },
      { tenant: ` ${second.domain.toUpperCase()} `, note: 'by domain' },
      { tenant: `https://${third.domain}/login`, note: 'by address' },
      { tenant: String(Number(first.id)), note: 'rounded' },
      { tenant: first.id.slice(0, -1), note: 'too short' },
      { tenant: first.name, note: 'by name' },
      { tenant: '/', note: 'no domain' },
    ]);
    expect(report).toMatchObject({ notesAdded: 3, problems: [] });
    expect(report.notFound).toHaveLength(4);
    const notes = (await tenantsOf(listId)).flatMap(({ id, annotation }) =>
      annotation === undefined ? [] : [[id, annotation.note]],
    );
    expect(new Map(notes.map(([id, note]) => [id, note]))).toEqual(
      new Map([
        [first.id, 'by id'],
        [second.id, 'by domain'],
        [third.id, 'by address'],
      ]),
    );
  });

  it('does not choose between several tenants with one domain, or take one without an id', async () => {
    const [first, second, third] = sandbox.tenants;
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    const shared = { ...second, domain: first.domain };
    sandbox.setTenants([first, shared, { ...third, id: '' }]);
    await lists.refresh(sandbox);
    const rows = [
      { tenant: first.domain, note: 'a' },
      { tenant: third.domain, note: 'b' },
    ];
    expect(await previewRows(rows)).toMatchObject({
      notesAdded: 0,
      notFound: [third.domain],
      problems: [{ problem: 'severalTenants', values: [first.domain] }],
    });
    const { report } = await importRows([{ tenant: second.id, note: 'by its id' }, ...rows]);
    expect(report.notesAdded).toBe(1);
  });

  it('looks for a tenant in each list, and changes it in all that have it', async () => {
    await lists.refresh(sandbox);
    const [first, second] = sandbox.tenants;
    if (first === undefined || second === undefined) throw new Error();
    sandbox.setTenants([first]);
    await lists.refresh(sandbox, { listId: otherListId });
    const rows = [first, second].map(({ id }) => ({ tenant: id, note: 'a' }));
    const { report } = await importRows(rows, bothLists);
    expect(report).toMatchObject({ notesAdded: 3, notFound: [], problems: [] });
    const [inOther] = await tenantsOf(otherListId);
    expect(inOther?.annotation?.note).toBe('a');
  });

  it('uses the list as it is when it is imported', async () => {
    await lists.refresh(sandbox);
    const [first, ...others] = sandbox.tenants;
    if (first === undefined) throw new Error();
    const rows = [{ tenant: first.id, note: 'a' }];
    expect(await previewRows(rows)).toMatchObject({ notesAdded: 1, notFound: [] });
    sandbox.setTenants(others);
    await lists.refresh(sandbox);
    const { report } = await importRows(rows);
    expect(report).toMatchObject({ notesAdded: 0, notFound: [first.id] });
  });

  it('needs a saved list', async () => {
    const rows = [{ tenant: '1', note: 'a' }];
    await expect(previewRows(rows)).rejects.toMatchObject({ code: 'nothing_saved' });
    await expect(importRows(rows)).rejects.toMatchObject({ code: 'nothing_saved' });
  });

  it('does what its preview says, which changes nothing, and can be undone, for any files', async () => {
    const owners = ['1001', '1002', '1003'];
    const tenants = sandbox.tenants.map((tenant, at) => ({
      ...tenant,
      owner_id: owners[at % owners.length] ?? '',
      // Two tenants share each domain, except for the first ones.
      domain: `d${at < 6 ? at : Math.floor(at / 2)}.vn`,
    }));
    sandbox.setTenants(tenants);
    await lists.refresh(sandbox);
    sandbox.setTenants(tenants.slice(0, 5));
    await lists.refresh(sandbox, { listId: otherListId });
    const anyRow: fc.Arbitrary<ImportedRow> = fc.record(
      {
        tenant: fc.oneof(
          fc.constantFrom(...tenants.flatMap(({ id, domain }) => [id, domain.toUpperCase()])),
          fc.constantFrom('', 'nobody', 'nobody.vn'),
        ),
        ownerName: fc.constantFrom('', 'Anh Minh', 'Chị An', 'a'.repeat(101)),
        tags: fc
          .subarray(['VIP', 'vip', 'nợ', 'no', 'b'.repeat(41), ...moreTags], { maxLength: 12 })
          .map((tags) => tags.join(',')),
        note: fc.constantFrom('', 'a', 'b', 'c'.repeat(4001)),
      },
      { requiredKeys: ['tenant'] },
    );
    const anyFile = fc.record({
      rows: fc.array(anyRow, { maxLength: 8 }),
      into: fc.constantFrom(oneList, bothLists),
    });
    const state = async () => [await tenantsOf(listId), await tenantsOf(otherListId)];
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 3 }), async (files) => {
        const done = [];
        for (const { rows, into } of files) {
          const before = await state();
          const preview = await previewRows(rows, into);
          expect(await state()).toEqual(before);
          const result = await importRows(rows, into);
          expect(result.report).toEqual(preview);
          expect(result.report).toMatchObject(difference(before, await state()));
          done.push({ before, result });
        }
        for (const { before, result } of done.toReversed()) {
          await restore(result);
          expect(await state()).toEqual(before);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const moreTags = Array.from({ length: 22 }, (_, at) => `tag ${at}`);

/** Counts what is different, without using the rows. */
function difference(before: readonly ListedRecord[][], after: readonly ListedRecord[][]) {
  const count = { notesAdded: 0, notesReplaced: 0, tagged: 0 };
  const owners = { ownersNamed: new Set<string>(), ownersRenamed: new Set<string>() };
  for (const [list, tenants] of after.entries()) {
    for (const [at, tenant] of tenants.entries()) {
      const old = before[list]?.[at];
      const [oldNote, newNote] = [old?.annotation?.note ?? '', tenant.annotation?.note ?? ''];
      if (oldNote !== newNote) count[oldNote === '' ? 'notesAdded' : 'notesReplaced']++;
      if (old?.annotation?.tags.join() !== tenant.annotation?.tags.join()) {
        if ((tenant.annotation?.tags.length ?? 0) > 0) count.tagged++;
      }
      if (old?.ownerName === tenant.ownerName) continue;
      const kind = old?.ownerName === undefined ? 'ownersNamed' : 'ownersRenamed';
      owners[kind].add(`${list} ${tenant.ownerId}`);
    }
  }
  return {
    ...count,
    ownersNamed: owners.ownersNamed.size,
    ownersRenamed: owners.ownersRenamed.size,
  };
}
