import { expect } from 'vitest';
import { netChanges } from '../../sandbox/script-days.ts';
import type { Change } from '../../src-shared/changes.ts';
import type { ListRecord } from '../../src-shared/list-record.ts';
import { valueOf } from '../../src-shared/record-values.ts';
import { changeKinds, recordFields } from '../../src-shared/tenant-fields.ts';
import { toRecord, type Weeks } from './test-weeks.ts';

type Known = Weeks['known'][number];

const byId = (rows: Known['rows']) => new Map(rows.map((row) => [row.id, toRecord(row)]));

function fieldsBetween(
  before: ListRecord | undefined,
  after: ListRecord | undefined,
): Change['fields'] {
  if (before === undefined || after === undefined) return [];
  return recordFields
    .filter((field) => field !== 'updatedAt' && before[field] !== after[field])
    .map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }));
}

/** Returns the list with which a time is compared: that of the last run which had ended then. */
function knownAt(weeks: Weeks, time: string): Known {
  const found = weeks.known.findLast(({ endedAt }) => endedAt <= time) ?? weeks.known[0];
  if (found === undefined) throw new Error('There was no run');
  return found;
}

/** Compares all that the app says about the changes since a time with the server's lists. */
export async function expectTruthSince(weeks: Weeks, time: string): Promise<void> {
  const before = knownAt(weeks, time);
  const now = weeks.known.at(-1) ?? before;
  const truth = netChanges(before.rows, now.rows);
  const [older, newer] = [byId(before.rows), byId(now.rows)];
  const expected = changeKinds.flatMap((kind) =>
    truth[kind].map((id) => {
      const fields = fieldsBetween(older.get(id), newer.get(id));
      // A tenant that is gone may have changed before.
      return { id, ...newer.get(id), change: { kind, fields } };
    }),
  );
  const rows = await weeks.list({ change: 'any', since: time });
  const sorted = <Row extends { id: string }>(list: readonly Row[]) =>
    list.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  expect(sorted(rows)).toMatchObject(sorted(expected));
  const later = weeks.known.slice(weeks.known.indexOf(before) + 1).map(({ endedAt }) => endedAt);
  for (const { change } of rows) expect(later).toContain(change?.foundAt);

  const { from, to, counts, fields } = await weeks.changes(time);
  expect([from, to]).toEqual([before.endedAt, now.endedAt]);
  for (const kind of changeKinds) {
    expect(counts[kind]).toBe(truth[kind].length);
    const ofKind = await weeks.list({ change: kind, since: time });
    expect(ofKind.map(({ id }) => id).toSorted()).toEqual(truth[kind].toSorted());
  }
  for (const { field, count } of fields) {
    const changedField = { field };
    const changed = expected.filter(({ change }) =>
      change.fields.some((each) => each.field === field),
    );
    expect(count).toBe(changed.length);
    const found = await weeks.list({ change: 'any', since: time, changedField });
    expect(found.map(({ id }) => id).toSorted()).toEqual(changed.map(({ id }) => id).toSorted());
  }
  const past = await weeks.list({ asOf: time });
  expect(sorted(past)).toEqual(sorted([...older.values()]));
}
