import { queryOptions } from '@tanstack/react-query';
import type { Call } from '../bridge/call.ts';

/** Returns the query for the versions and licenses of the app. They cannot change while it runs. */
export function aboutQuery(call: Call) {
  return queryOptions({
    queryKey: ['about'],
    queryFn: () => call('getAbout', {}),
    staleTime: Infinity,
  });
}

/** Returns the query for the diagnostics. They are not cached, so that each opening of the dialog shows current ones. */
export function diagnosticsQuery(call: Call) {
  return queryOptions({
    queryKey: ['diagnostics'],
    queryFn: () => call('getDiagnostics', {}),
    gcTime: 0,
  });
}
