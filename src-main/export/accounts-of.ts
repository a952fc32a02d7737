import type { ExportScope } from '../../src-shared/export-tenants.ts';

/** Returns the accounts that an export of all accounts is limited to; `undefined` if it is not. */
export function accountsOf(scope: ExportScope): readonly string[] | undefined {
  return 'filter' in scope ? scope.filter.accountIds : undefined;
}
