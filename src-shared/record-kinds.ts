/** The kinds of records that an account has a list of. */
export const recordKinds = ['tenants', 'hotlines'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** The records of the other kind. */
export const otherKind: Record<RecordKind, RecordKind> = {
  tenants: 'hotlines',
  hotlines: 'tenants',
};
