import type { Annotation } from '../../../src-shared/annotations.ts';
import type {
  ImportedRow,
  ImportProblem,
  ImportReport,
} from '../../../src-shared/import-annotations.ts';
import { mostTags } from '../../../src-shared/limits.ts';
import { tagKey } from '../../../src-shared/tag-key.ts';
import type { ListChange } from './annotation-tables.ts';
import { changeAnnotation, spellingsOf } from './change-annotation.ts';
import type { AnnotationsOf } from './list-annotations.ts';
import { parseImportedRow, type ParsedRow } from './parse-imported-row.ts';

/** A tenant that is found by its id or domain. */
export interface ImportedTenant {
  listId: string;
  tenantId: string;
  ownerId: string | null;
}

/** The tenants with an id or domain, by the text in the rows, without spaces around it. */
export type FoundTenants = ReadonlyMap<string, readonly ImportedTenant[]>;

/** A row with the tenants that it is about. Several lists can have the same tenant. */
interface FoundRow extends ParsedRow {
  tenants: readonly ImportedTenant[];
}

/** What an import changes, by list id, and the report of it. */
interface ImportPlan {
  changes: Map<string, ListChange>;
  report: ImportReport;
}

/** Adds the values of some rows to those that have a problem. */
type ReportProblem = (problem: ImportProblem, rows: readonly ParsedRow[]) => void;

/**
 * Plans an import. Tags are added, notes and names of owners are replaced. Values that contradict each other are not
 * imported.
 */
export function planImport(
  rows: readonly ImportedRow[],
  found: FoundTenants,
  annotationsOf: AnnotationsOf,
): ImportPlan {
  const problems = new Map<ImportProblem, Set<string>>();
  const flawed = new Set<ParsedRow>();
  const report: ReportProblem = (problem, ofRows) => {
    const values = problems.get(problem) ?? new Set();
    problems.set(problem, values);
    for (const row of ofRows) {
      values.add(row.value);
      flawed.add(row);
    }
  };
  const parsed = rows.map(parseImportedRow);
  const withTenant = parsed
    .filter(({ value }) => value !== '')
    .map((row): FoundRow => ({ ...row, tenants: found.get(row.value) ?? [] }));
  const usable = withTenant.filter((row) => isUsable(row, report));
  const planned = planLists(usable, annotationsOf, report);
  const isUnchanged = (row: FoundRow) => !flawed.has(row) && !changesAnything(row, annotationsOf);
  return {
    changes: planned.changes,
    report: {
      ...planned.counts,
      unchangedRows: usable.filter(isUnchanged).length,
      rowsWithoutTenant: parsed.length - withTenant.length,
      notFound: [
        ...new Set(withTenant.flatMap(({ tenants, value }) => (tenants.length > 0 ? [] : [value]))),
      ],
      problems: Array.from(problems, ([problem, values]) => ({ problem, values: [...values] })),
    },
  };
}

/** Returns whether it is clear which tenant a row is about, and reports what cannot be imported of the row. */
function isUsable(row: FoundRow, report: ReportProblem): boolean {
  const { tenants, ownerName, problems } = row;
  if (tenants.length === 0) return false;
  if (new Set(tenants.map(({ tenantId }) => tenantId)).size > 1) {
    report('severalTenants', [row]);
    return false;
  }
  for (const problem of problems) report(problem, [row]);
  if (ownerName !== '' && tenants.every(({ ownerId }) => !ownerId)) report('noOwner', [row]);
  return true;
}

/** Plans the changes of each list, and counts them. */
function planLists(
  rows: readonly FoundRow[],
  annotationsOf: AnnotationsOf,
  report: ReportProblem,
): { changes: Map<string, ListChange>; counts: PlanCounts } {
  const counts = { notesAdded: 0, notesReplaced: 0, tagged: 0, ownersNamed: 0, ownersRenamed: 0 };
  const changes = new Map<string, ListChange>();
  const targets = rows.flatMap((row) => row.tenants.map((tenant) => ({ ...tenant, row })));
  for (const [listId, ofList] of Map.groupBy(targets, (target) => target.listId)) {
    const { tenants, ownerNames } = annotationsOf(listId);
    const spellings = spellingsOf(tenants);
    const change = {
      tenants: new Map<string, Annotation | null>(),
      ownerNames: new Map<string, string>(),
    };
    for (const [tenantId, ofTenant] of Map.groupBy(ofList, (target) => target.tenantId)) {
      const before = tenants.get(tenantId) ?? null;
      const ofRows = ofTenant.map(({ row }) => row);
      const note = theOnly('note', 'differentNotes', ofRows, report);
      const addTags = fittingTags(before, ofRows, report);
      const after = changeAnnotation(before, { note, addTags }, spellings);
      const isNoted = note !== undefined && note !== (before?.note ?? '');
      const isTagged = after !== null && after.tags.length > (before?.tags.length ?? 0);
      if (!isNoted && !isTagged) continue;
      change.tenants.set(tenantId, after);
      // Later rows use the spelling of the first one.
      for (const tag of after?.tags ?? []) spellings.set(tagKey(tag), tag);
      if (isNoted) counts[before === null || before.note === '' ? 'notesAdded' : 'notesReplaced']++;
      if (isTagged) counts.tagged++;
    }
    for (const [ownerId, ofOwner] of Map.groupBy(ofList, (target) => target.ownerId ?? '')) {
      if (ownerId === '') continue;
      const ofRows = ofOwner.map(({ row }) => row);
      const name = theOnly('ownerName', 'differentNames', ofRows, report);
      const before = ownerNames.get(ownerId);
      if (name === undefined || name === before) continue;
      change.ownerNames.set(ownerId, name);
      counts[before === undefined ? 'ownersNamed' : 'ownersRenamed']++;
    }
    if (change.tenants.size + change.ownerNames.size > 0) changes.set(listId, change);
  }
  return { changes, counts };
}

type PlanCounts = Pick<
  ImportReport,
  'notesAdded' | 'notesReplaced' | 'tagged' | 'ownersNamed' | 'ownersRenamed'
>;

/** Returns the text that the rows have in a column; `undefined` if they have none, or different ones. */
function theOnly(
  column: 'note' | 'ownerName',
  problem: ImportProblem,
  rows: readonly FoundRow[],
  report: ReportProblem,
): string | undefined {
  const withText = rows.filter((row) => row[column] !== '');
  const [first, ...others] = new Set(withText.map((row) => row[column]));
  if (others.length === 0) return first;
  report(problem, withText);
  return undefined;
}

/** Returns the tags of the rows of a tenant; none if the tenant would get too many. */
function fittingTags(
  before: Annotation | null,
  rows: readonly FoundRow[],
  report: ReportProblem,
): string[] {
  const tags = rows.flatMap((row) => row.tags);
  const keys = new Set([...(before?.tags ?? []), ...tags].map(tagKey));
  if (keys.size <= mostTags) return tags;
  report(
    'tooManyTags',
    rows.filter((row) => row.tags.length > 0),
  );
  return [];
}

/** Returns whether the annotations differ from what a row says. */
function changesAnything(
  { tenants, ownerName, tags, note }: FoundRow,
  annotationsOf: AnnotationsOf,
): boolean {
  return tenants.some(({ listId, tenantId, ownerId }) => {
    const { tenants: annotations, ownerNames } = annotationsOf(listId);
    const annotation = annotations.get(tenantId);
    const ownKeys = new Set(annotation?.tags.map(tagKey));
    return (
      (note !== '' && note !== annotation?.note) ||
      tags.some((tag) => !ownKeys.has(tagKey(tag))) ||
      (ownerName !== '' && ownerId && ownerNames.get(ownerId) !== ownerName)
    );
  });
}
