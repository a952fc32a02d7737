import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { startSandbox } from '../../sandbox/server.ts';
import type { SandboxTenant } from '../../sandbox/wire.ts';
import { prepareTestFolder } from '../../src-main/files/test-folder.ts';
import { root } from '../run.ts';
import { keptFolderOf, listKeptVersions, versionsWithoutData } from './kept-versions.ts';
import { makeData, partnerListId } from './make-data.ts';
import { openData } from './open-data.ts';
import { backupName, readAt, readData } from './read-data.ts';

const folder = prepareTestFolder();

const expectedSchema = z.looseObject({
  lists: z.array(
    z.looseObject({
      listId: z.string(),
      past: z.array(
        z.looseObject({ day: z.string(), tenants: z.array(z.looseObject({ id: z.string() })) }),
      ),
    }),
  ),
});

async function readExpected(version: string) {
  const text = await readFile(join(keptFolderOf(version), 'expected.json'), 'utf8');
  return expectedSchema.parse(JSON.parse(text));
}

describe.each(listKeptVersions())('the data of version %s', (version) => {
  /** Opens the copy of the data folder, on a day after its last refresh. */
  const open = async (server?: Awaited<ReturnType<typeof startSandbox>>) =>
    openData(folder.path, { now: readAt, version: '1.2.3', ...(server && { server }) });
  const copy = () => cp(join(keptFolderOf(version), 'data'), folder.path, { recursive: true });

  it('is all there in this version, without a notice, also after it was migrated', async () => {
    await copy();
    const expected = await readExpected(version);
    expect(await readData(folder.path)).toMatchObject(expected);
    expect(await readData(folder.path)).toMatchObject(expected);
  });

  it('can be refreshed, and its history goes on', async () => {
    await copy();
    const readFirst = async () => {
      using data = await open();
      return await readSaved(data);
    };
    const [gone, changed, ...others] = await readFirst();
    if (!gone || !changed) throw new Error('There must be tenants');
    const updated_at = '2026-11-03T12:00:00Z';
    const added = { ...gone, id: '1199999999999999999', created_at: updated_at, updated_at };
    const next = [{ ...changed, name: 'Tên mới', updated_at }, ...others, added];
    await using server = await startSandbox({ apiKey: 'key', tenants: next });
    {
      using data = await open(server);
      const run = await data.refresh(partnerListId, 'whole', readAt);
      expect(run).toMatchObject({ isComplete: true, changes: { new: 1, changed: 1, gone: 1 } });
    }
    using data = await open();
    expect(await readSaved(data)).toEqual(next.toSorted(byId));
    const tenant = { listId: partnerListId, tenantId: changed.id };
    const { history } = await data.handlers.getTenant(tenant, data.context);
    expect(history[0]?.fields[0]).toEqual({
      ...{ field: 'name', before: changed.name, after: 'Tên mới' },
    });
    const { lists } = await readExpected(version);
    const before = lists.find(({ listId }) => listId === partnerListId)?.past.at(-1);
    if (!before) throw new Error('There must be a list');
    const query = { filter: { asOf: before.day }, paging: { limit: 500 as const } };
    const { handlers, context } = data;
    const past = await handlers.listTenants({ listIds: [partnerListId], ...query }, context);
    expect(past.tenants.toSorted(byId)).toMatchObject(before.tenants.toSorted(byId));
  });

  it('can be annotated and backed up', async () => {
    await copy();
    const expected = await readExpected(version);
    const path = folder.join('later.json');
    const annotation = { isStarred: false, note: 'Ghi chú mới', tags: ['mới'] };
    const mark = { listId: partnerListId, tenantId: '1', annotation };
    {
      using data = await open();
      const marks = { annotations: [mark], ownerNames: [] };
      await data.handlers.replaceAnnotations(marks, data.context);
      await data.writeBackup(path);
    }
    const { lists: _, ...settings } = expected;
    expect(await readData(folder.path)).toMatchObject(settings);
    using data = await open();
    const earlier = await data.handlers.readBackup({ path: folder.join(backupName) }, data.context);
    const later = await data.handlers.readBackup({ path }, data.context);
    expect(later.views).toEqual(earlier.views);
    expect(later.preferences).toEqual(earlier.preferences);
    expect(later.accounts.map(({ settings }) => settings)).toEqual(
      earlier.accounts.map(({ settings }) => settings),
    );
    const marksOf = ({ accounts }: typeof later) => accounts.flatMap((one) => one.annotations);
    expect(marksOf(later).toSorted(byTenant)).toEqual(
      [...marksOf(earlier), { tenantId: '1', ...annotation }].toSorted(byTenant),
    );
  });
});

test('the data that this version makes is the same each time', async () => {
  const [one, two] = [folder.join('one'), folder.join('two')];
  await makeData(one, '1.2.3');
  await makeData(two, '1.2.3');
  expect(await readData(two)).toEqual(await readData(one));
});

test('the data of every released version is kept', async () => {
  const changelog = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  expect(versionsWithoutData(changelog, listKeptVersions())).toEqual([]);
});

/** Returns the saved tenants under the server's names. */
async function readSaved({ handlers, context }: Awaited<ReturnType<typeof openData>>) {
  const query = { filter: {}, paging: { limit: 500 as const } };
  const page = await handlers.listTenants({ listIds: [partnerListId], ...query }, context);
  const details = [];
  for (const { id } of page.tenants) {
    details.push(await handlers.getTenant({ listId: partnerListId, tenantId: id }, context));
  }
  return details
    .map(({ raw }): SandboxTenant => recordSchema.parse(JSON.parse(raw)))
    .toSorted(byId);
}

const recordSchema = z.object({
  ...{ id: z.string(), name: z.string(), domain: z.string(), owner_id: z.string() },
  ...{ connection_id: z.string(), created_at: z.string(), updated_at: z.string() },
  connection_method: z.enum(['builtin', 'direct', 'unknown']),
  status: z.enum(['Z', 'P', 'N']),
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

function byTenant(one: { tenantId: string }, other: { tenantId: string }): number {
  return one.tenantId < other.tenantId ? -1 : 1;
}
