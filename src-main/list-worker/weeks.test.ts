import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { netChanges, scriptDays, type EventKind } from '../../sandbox/script-days.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { readRows } from '../export/xlsx/test-workbook-reader.ts';
import { expectTruthSince } from './test-truth.ts';
import { startWeeks, type Weeks } from './test-weeks.ts';

const hour = 3_600_000;
const day = 24 * hour;

let sandbox: Sandbox;
let weeks: Weeks;
beforeEach(async () => {
  sandbox = await startSandbox({ apiKey: 'key', tenants: [] });
  weeks = await startWeeks(sandbox);
});
afterEach(async () => {
  await weeks[Symbol.asyncDispose]();
  await sandbox.close();
});

/**
 * Everything after which a server that works well sets a newer `updated_at`. Many tenants come and go, so that some are
 * gone soon after they came.
 */
const honestKinds: EventKind[] = [
  ...(['created', 'created', 'gone', 'gone'] as const),
  ...(['back', 'changed', 'flipped', 'touched'] as const),
];

describe('weeks of changes on a server', () => {
  it('are shown as they were, since any moment', { timeout: 120_000 }, async () => {
    const days = scriptDays({ days: 28, eventsPerDay: 40, seed: 11, kinds: honestKinds });
    for (const [number, { at, tenants }] of days.entries()) {
      sandbox.setTenants(tenants);
      // Nobody works at the weekend.
      if (number % 7 < 5) {
        await weeks.refresh(at + hour);
        await weeks.refresh(at + 8 * hour);
      }
      // The clock of the computer is set back for a moment.
      if (number === 16) await weeks.refresh(at - 9 * day);
      if (number % 7 !== 4) continue;
      for (const { endedAt } of weeks.known.slice(0, -1)) await expectTruthSince(weeks, endedAt);
      await expectTruthSince(weeks, new Date(at - 40 * day).toISOString());
    }
    expect((await weeks.status()).quickRefreshOff).toBeNull();
    const quick = weeks.known.filter(({ isFull }) => !isFull);
    expect(quick.length).toBeGreaterThan(weeks.known.length / 2);
  });

  it('are found in full by full refreshes, even if the server does not say when', async () => {
    const days = scriptDays({ days: 21, eventsPerDay: 20, seed: 5 });
    for (const [number, { at, tenants }] of days.entries()) {
      sandbox.setTenants(tenants);
      const run = await weeks.refresh(at + hour);
      // What a quick run knows of such a server is not the truth.
      if (run.kind !== 'full') weeks.known.pop();
      else if (number % 4 !== 0) continue;
      else
        for (const { endedAt } of weeks.known.slice(0, -1)) await expectTruthSince(weeks, endedAt);
    }
    // A quick refresh has missed something, so the list was then always read in full.
    const { quickRefreshOff } = await weeks.status();
    expect(quickRefreshOff?.reason).toBe('missed');
    const last = weeks.known.slice(-5).map(({ endedAt }) => Date.parse(endedAt));
    expect(last.map((time) => time - (last[0] ?? 0))).toEqual([0, 1, 2, 3, 4].map((n) => n * day));
  });

  it('are counted since the last look and since the last export', async () => {
    const days = scriptDays({ days: 4, count: 120, seed: 3, kinds: honestKinds });
    const [first, second, third, fourth] = days;
    if (!first || !second || !third || !fourth) throw new Error('The script is too short');
    const visit = async ({ at, tenants }: typeof first) => {
      sandbox.setTenants(tenants);
      await weeks.refresh(at, 'whole');
    };
    const count = (before: typeof first, after: typeof first) =>
      Object.values(netChanges(before.tenants, after.tenants)).flat().length;
    await visit(first);
    expect(await weeks.changes('seen')).toMatchObject({ from: null, wasExported: false });
    await weeks.exportRows({ kind: 'all', source: 'saved', filter: {} });
    await visit(second);
    expect(await weeks.changes('lastExport')).toMatchObject({
      from: new Date(first.at).toISOString(),
      wasExported: true,
    });
    expect(await weeks.unseen()).toBe(count(first, second));
    await weeks.markSeen();
    expect(await weeks.unseen()).toBe(0);
    await weeks.exportRows({ kind: 'all', source: 'saved', filter: {} });
    await visit(third);
    const exported = await weeks.changes('lastExport');
    expect(exported.from).toBe(new Date(second.at).toISOString());
    expect(Object.values(exported.counts).reduce((sum, each) => sum + each, 0)).toBe(
      count(second, third),
    );
    expect(await weeks.unseen()).toBe(count(second, third));
    // What the user picked, or asked for as it was, is not an export of the list.
    const asOf = new Date(first.at).toISOString();
    await weeks.exportRows({ kind: 'all', source: 'saved', filter: { asOf } });
    await weeks.exportRows({ kind: 'all', source: 'saved', filter: {}, except: ['1'] });
    await weeks.exportRows({ kind: 'overview', filter: {} });
    expect(await weeks.changes('lastExport')).toEqual(exported);
    const path = await weeks.exportRows({ kind: 'changes', since: 'lastExport', filter: {} });
    const [, ...rows] = await readRows(path, 0);
    expect(new Set(rows.map((row) => row[4])).size).toBe(count(second, third));
    expect(await readRows(path, 1)).toContainEqual([
      'Changes since',
      new Date(second.at + 7 * hour),
    ]);
    expect((await weeks.changes('lastExport')).from).toBe(new Date(third.at).toISOString());
  });

  it('add up to the growth of the list', async () => {
    for (const { at, tenants } of scriptDays({ days: 75, count: 200, seed: 8 })) {
      sandbox.setTenants(tenants);
      await weeks.refresh(at, 'whole');
    }
    const inVietnam = ({ endedAt }: { endedAt: string }) =>
      new Date(Date.parse(endedAt) + 7 * hour).toISOString().slice(0, 'yyyy-mm'.length);
    const { growth } = await weeks.overview();
    expect(growth.since).toBe(weeks.known[0]?.endedAt);
    expect(growth.months.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-01']);
    let total = weeks.known[0]?.rows.length ?? 0;
    for (const month of growth.months) {
      const atEnd = weeks.known.findLast((list) => inVietnam(list) === month.month)?.rows ?? [];
      for (const { value, count } of month.statuses) {
        expect(count).toBe(atEnd.filter(({ status }) => status === value).length);
      }
      const counted = month.statuses.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(atEnd.length);
      expect(month.new - month.gone).toBe(counted - total);
      expect(month.new).toBeGreaterThan(0);
      total = counted;
    }
  });
});
