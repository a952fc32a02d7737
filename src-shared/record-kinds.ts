/** The kinds of records that an account has a list of. */
export const recordKinds = ['tenants', 'hotlines'] as const;
export type RecordKind = (typeof recordKinds)[number];
