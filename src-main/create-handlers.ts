import { createAboutHandlers } from './about/handlers.ts';
import { createAccountHandlers } from './accounts/handlers.ts';
import { createAppHandlers } from './app/handlers.ts';
import { createBackupHandlers } from './backup/handlers.ts';
import { createChangesHandlers } from './changes/handlers.ts';
import { createExportHandlers } from './export/handlers.ts';
import { createAnnotationHandlers } from './lists/annotation-handlers.ts';
import { createListHandlers } from './lists/handlers.ts';
import { createPreferencesHandlers } from './preferences/handlers.ts';
import { askAgainForUser, createProxyHandlers } from './proxy/handlers.ts';
import type { ProxyLogin } from './proxy/proxy-login.ts';
import { createRefreshHandlers } from './refresh/handlers.ts';
import type { BridgeHandlers } from './rpc/bridge-handlers.ts';
import { createScheduleHandlers } from './schedule/handlers.ts';
import { createTableHandlers } from './tables/handlers.ts';
import { createUpdateHandlers } from './updates/handlers.ts';
import { createViewsHandlers } from './views/handlers.ts';

type PartsOf<Create extends (parts: never) => unknown> = Parameters<Create>[0];

/** What the handlers of all features need. */
type Parts = { proxyLogin: ProxyLogin } & PartsOf<typeof createAppHandlers> &
  PartsOf<typeof createPreferencesHandlers> &
  PartsOf<typeof createViewsHandlers> &
  PartsOf<typeof createAccountHandlers> &
  PartsOf<typeof createListHandlers> &
  PartsOf<typeof createAnnotationHandlers> &
  PartsOf<typeof createChangesHandlers> &
  PartsOf<typeof createRefreshHandlers> &
  PartsOf<typeof createExportHandlers> &
  PartsOf<typeof createScheduleHandlers> &
  PartsOf<typeof createTableHandlers> &
  PartsOf<typeof createBackupHandlers> &
  PartsOf<typeof createAboutHandlers> &
  PartsOf<typeof createUpdateHandlers>;

/** Returns the handlers of all features. */
export function createHandlers(parts: Parts): BridgeHandlers {
  const { proxyLogin } = parts;
  const serverHandlers = {
    ...createAccountHandlers(parts),
    ...createListHandlers(parts),
    ...createRefreshHandlers(parts),
    ...createUpdateHandlers(parts),
  };
  return {
    ...createAppHandlers(parts),
    ...createPreferencesHandlers(parts),
    ...createViewsHandlers(parts),
    ...askAgainForUser(serverHandlers, proxyLogin),
    ...createProxyHandlers(proxyLogin),
    ...createAnnotationHandlers(parts),
    ...createChangesHandlers(parts),
    ...createExportHandlers(parts),
    ...createScheduleHandlers(parts),
    ...createTableHandlers(parts),
    ...createBackupHandlers(parts),
    ...createAboutHandlers(parts),
  };
}
