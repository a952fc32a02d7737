import type { RecordKind } from '../../src-shared/record-kinds.ts';

/** The files of the saved lists in the app's data folder. */
export const databaseNames: Record<RecordKind, string> = {
  tenants: 'tenants.sqlite',
  hotlines: 'hotlines.sqlite',
};
