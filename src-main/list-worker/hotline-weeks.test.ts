import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTenants } from '../../sandbox/generate.ts';
import { netChanges, scriptHotlineDays } from '../../sandbox/script-days.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { readRows } from '../export/xlsx/test-workbook-reader.ts';
import { expectTruthSince } from './test-truth.ts';
import { startWeeks, toRecord, type Weeks } from './test-weeks.ts';

const hour = 3_600_000;

/** They have about 3,000 owners. */
const tenants = generateTenants({ count: 8_800, seed: 1 });

let sandbox: Sandbox;
let weeks: Weeks;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'key', tenants, hotlines: [] });
  weeks = await startWeeks(sandbox, 'hotlines');
});
afterEach(async () => {
  await weeks[Symbol.asyncDispose]();
  await sandbox.close();
});

const countChanges = (changes: ReturnType<typeof netChanges>) =>
  Object.values(changes).flat().length;

describe('weeks of changes of the hotlines of 3,000 owners', () => {
  it(
    'are shown as they were, whether or not the server says when',
    { timeout: 120_000 },
    async () => {
      const script = { days: 10, count: 5_000, eventsPerDay: 80, seed: 4, tenants };
      const days = scriptHotlineDays(script);
      const owners = new Set(days.flatMap(({ hotlines }) => hotlines.map((row) => row.owner_id)));
      expect(owners.size).toBeGreaterThan(2_000);
      for (const [number, { at, hotlines }] of days.entries()) {
        sandbox.setHotlines(hotlines);
        const run = await weeks.refresh(at + hour, 'whole');
        expect(run).toMatchObject({ kind: 'full', rows: hotlines.length, isComplete: true });
        if (number % 5 !== 0) continue;
        for (const { endedAt } of weeks.known.slice(0, -1)) await expectTruthSince(weeks, endedAt);
      }
      expect(await weeks.status()).toMatchObject({ state: 'complete', failure: null });
      expect(sandbox.requests).toEqual([]);
    },
  );

  it('are the history of each hotline, with every value', async () => {
    const days = scriptHotlineDays({ days: 12, count: 40, eventsPerDay: 30, seed: 6, tenants });
    for (const { at, hotlines } of days) {
      sandbox.setHotlines(hotlines);
      await weeks.refresh(at, 'whole');
    }
    const ids = new Set(days.flatMap(({ hotlines }) => hotlines.map(({ id }) => id)));
    const kinds = new Set<string>();
    const fields = new Set<string>();
    for (const id of ids) {
      const states = days.map(({ hotlines }) => hotlines.find((hotline) => hotline.id === id));
      const expected = states
        .map((state, at) => netChanges([states[at - 1] ?? []].flat(), [state ?? []].flat()))
        .map((changes) => Object.entries(changes).find(([, changed]) => changed.length > 0)?.[0])
        // The first list has nothing to be compared with.
        .slice(1);
      const request = { listId: weeks.listId, tenantId: id };
      const { tenant, history } = await weeks.handlers.getTenant(request, weeks.context);
      // A newer `updated_at` alone is in the history, but is no change.
      const changes = history.filter(
        ({ kind, fields }) =>
          kind !== 'changed' || fields.some(({ field }) => field !== 'updatedAt'),
      );
      expect(changes.map(({ kind }) => kind)).toEqual(
        expected.filter((kind) => kind !== undefined).toReversed(),
      );
      const last = states.findLast((state) => state !== undefined);
      if (last === undefined) throw new Error('It must have been in a list');
      expect(tenant).toMatchObject(toRecord(last));
      for (const change of history) {
        kinds.add(change.kind);
        for (const { field } of change.fields) fields.add(field);
      }
    }
    expect([...kinds].toSorted()).toEqual(['changed', 'gone', 'new']);
    for (const field of ['name', 'status', 'network', 'description'])
      expect([...fields]).toContain(field);
  });

  it('are counted since the last look and since the last export', async () => {
    const [first, second, third] = scriptHotlineDays({ days: 2, count: 200, seed: 3, tenants });
    if (!first || !second || !third) throw new Error('The script is too short');
    const visit = async ({ at, hotlines }: typeof first) => {
      sandbox.setHotlines(hotlines);
      await weeks.refresh(at, 'whole');
    };
    await visit(first);
    await visit(second);
    const seen = countChanges(netChanges(first.hotlines, second.hotlines));
    expect(seen).toBeGreaterThan(0);
    expect(await weeks.unseen()).toBe(seen);
    await weeks.markSeen();
    expect(await weeks.unseen()).toBe(0);
    await weeks.exportRows({ kind: 'all', source: 'saved', filter: {} });
    await visit(third);
    const count = countChanges(netChanges(second.hotlines, third.hotlines));
    expect(await weeks.unseen()).toBe(count);
    const since = await weeks.changes('lastExport');
    expect(since.from).toBe(new Date(second.at).toISOString());
    expect(Object.values(since.counts).reduce((sum, each) => sum + each, 0)).toBe(count);
    const path = await weeks.exportRows({ kind: 'changes', since: 'lastExport', filter: {} });
    const [header = [], ...rows] = await readRows(path, 0);
    const columns = ['Hotline', 'ID'].map((name) => header.indexOf(name));
    const changed = Object.values(netChanges(second.hotlines, third.hotlines)).flat();
    const numbers = [...second.hotlines, ...third.hotlines]
      .filter(({ id }) => changed.includes(id))
      .map(({ id, hotline }) => [hotline, id]);
    const shown = rows.map((row) => columns.map((column) => row[column]));
    expect(new Set(shown.map(String))).toEqual(new Set(numbers.map(String)));
  });
});
