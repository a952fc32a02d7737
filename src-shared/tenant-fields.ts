import type { RecordKind } from './record-kinds.ts';

/** The fields of a tenant. They begin `recordFields`, so a new one must not be added here. */
export const tenantFields = [
  'name',
  'domain',
  'status',
  'ownerId',
  'connectionMethod',
  'connectionId',
  'id',
  'createdAt',
  'updatedAt',
] as const;

/** The fields that only hotlines have. */
const onlyHotlineFields = ['hotline', 'network', 'isFreeCharge', 'description'] as const;

/**
 * The fields of all kinds of records. The history has numbers that depend on their positions (`recordChange`), so a new field
 * comes last here, whatever it is a field of.
 */
export const recordFields = [...tenantFields, ...onlyHotlineFields] as const;

/** The fields that the records of a kind have, in the order of `recordFields`. */
export const fieldsByKind: Record<RecordKind, readonly (typeof recordFields)[number][]> = {
  tenants: tenantFields,
  hotlines: recordFields.filter((field) => field !== 'domain'),
};

/** What the user has noted about a tenant and its owner, by which saved lists can be sorted. */
export const annotationFields = ['star', 'note', 'tags', 'ownerName'] as const;
export type AnnotationField = (typeof annotationFields)[number];

/**
 * The columns of tenants that the user can move, in their default order: the fields, the age, which is the time since
 * `createdAt`, the user's own tags and notes, and the numbers of the owner's hotlines. Long ids come last, because people
 * look for names.
 */
export const tenantColumns = [
  'name',
  'status',
  'createdAt',
  'age',
  'updatedAt',
  'domain',
  'connectionMethod',
  'ownerId',
  'tags',
  'note',
  'hotlines',
  'connectionId',
  'id',
] as const;

/** The columns of hotlines that the user can move, in their default order. */
export const hotlineColumns = [
  'name',
  'hotline',
  'status',
  'network',
  'ownerId',
  'createdAt',
  'updatedAt',
  'connectionMethod',
  'isFreeCharge',
  'description',
  'connectionId',
  'id',
] as const;

/** A column that the user can move in the grid of a kind of records. */
export type MovableColumn = (typeof tenantColumns)[number] | (typeof hotlineColumns)[number];

/** The movable columns of each kind of records, in their default order. */
export const movableColumns: Record<RecordKind, readonly MovableColumn[]> = {
  tenants: tenantColumns,
  hotlines: hotlineColumns,
};

/** The columns that are not fields of a tenant. They are hidden until the user shows them. */
export const optionalColumns = ['age', 'tags', 'note', 'hotlines'] as const;

/** The fields of each kind of records in the default order of sheet and details. */
export const fieldsInOrder = {
  tenants: tenantColumns.filter((column) => isKnown(tenantFields, column)),
  hotlines: hotlineColumns,
} as const satisfies Record<RecordKind, readonly string[]>;

/** The columns of each kind of records that are hidden until the user shows them. */
export const hiddenByDefault = {
  tenants: [...optionalColumns, 'connectionId', 'id'],
  hotlines: [...optionalColumns, 'isFreeCharge', 'description', 'connectionId', 'id'],
} as const satisfies Record<RecordKind, readonly string[]>;

/** What the user has noted about a tenant, which a sheet can have in addition. */
export const exportableMarks = ['star', 'tags', 'note'] as const satisfies AnnotationField[];

/** The columns that the user can choose for a sheet. */
export const exportableColumns = [...recordFields, ...exportableMarks, 'hotlines'] as const;
export type ExportableColumn = (typeof exportableColumns)[number];

/** The columns of changes: what has changed since the baseline, and when the last of the changes was found. */
export const changeColumns = ['whatChanged', 'foundAt'] as const;

/**
 * The columns of the grid: the movable ones, the account if the lists of several accounts are shown as one, and the
 * columns of changes if only changes are shown.
 */
export const gridColumns = [
  'account',
  ...changeColumns,
  ...optionalColumns,
  ...recordFields,
] as const;

/** The page sizes that the user can choose. */
export const pageSizes = [25, 50, 100, 500] as const;
export type PageSize = (typeof pageSizes)[number];

/** The most rows that the API returns per page. */
export const longestLivePage = 100 satisfies PageSize;

/** The fields of the API that the app offers for sorting. The saved list can be sorted by any field. */
export const liveSortFields = ['createdAt', 'updatedAt'] as const;

/** The kinds of changes that a complete run finds by comparing its tenants with the run before. */
export const changeKinds = ['new', 'changed', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The statuses that the API documents: `Z` newly created, `P` enabled, `N` disabled. There may be others. */
export const knownStatuses = ['Z', 'P', 'N'] as const;
/** The connection methods seen so far. There may be others. */
export const knownConnectionMethods = ['unknown', 'builtin', 'direct'] as const;

/** Whether a value has a label. Other values are shown unchanged. */
export function isKnown<Known extends string>(
  known: readonly Known[],
  value: string,
): value is Known {
  return known.some((candidate) => candidate === value);
}
