import { allAccounts } from '../../src-shared/choices.ts';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import type { AccountList } from '../accounts/account-list.ts';
import type { Connections } from '../accounts/connections.ts';
import type { MeasureExportRequest } from '../lists/calls.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import { accountsOf } from './accounts-of.ts';

/** Returns an export as the list worker measures and writes it. @throws AppError `not_connected` */
export function describeExport(
  request: ExportTenantsRequest,
  { connections, preferences }: { connections: Connections; preferences: PreferencesFile },
): MeasureExportRequest {
  const { accountId, scope, options } = request;
  const { language, timeZone } = preferences.get();
  return {
    lists: listsOf(request, connections),
    showsAllAccounts: accountId === allAccounts,
    ...{ scope, options, language, timeZone },
  };
}

/** Returns the saved lists of an export. @throws AppError `not_connected` */
export function listsOf(
  { accountId, records, scope }: ExportTenantsRequest,
  connections: Connections,
): AccountList[] {
  return connections.savedLists(accountId, { records, among: accountsOf(scope) });
}
