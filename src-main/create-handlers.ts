import { createAboutHandlers } from './about/handlers.ts';
import { createAccountHandlers } from './accounts/handlers.ts';
import { createAppHandlers } from './app/handlers.ts';
import { createBackupHandlers } from './backup/handlers.ts';
import { createChangesHandlers } from './changes/handlers.ts';
import { createExportHandlers } from './export/handlers.ts';
import { createAnnotationHandlers } from './lists/annotation-handlers.ts';
import { createListHandlers } from './lists/handlers.ts';
import { createPreferencesHandlers } from './preferences/handlers.ts';
import { createRefreshHandlers } from './refresh/handlers.ts';
import type { BridgeHandlers } from './rpc/bridge-handlers.ts';
import { createScheduleHandlers } from './schedule/handlers.ts';
import { createTableHandlers } from './tables/handlers.ts';
import { createUpdateHandlers } from './updates/handlers.ts';
import { createViewsHandlers } from './views/handlers.ts';

type PartsOf<Create extends (parts: never) => unknown> = Parameters<Create>[0];

/** What the handlers of all features need. */
type Parts = PartsOf<typeof createAppHandlers> &
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
  return {
    ...createAppHandlers(parts),
    ...createPreferencesHandlers(parts),
    ...createViewsHandlers(parts),
    ...createAccountHandlers(parts),
    ...createListHandlers(parts),
    ...createAnnotationHandlers(parts),
    ...createChangesHandlers(parts),
    ...createRefreshHandlers(parts),
    ...createExportHandlers(parts),
    ...createScheduleHandlers(parts),
    ...createTableHandlers(parts),
    ...createBackupHandlers(parts),
    ...createAboutHandlers(parts),
    ...createUpdateHandlers(parts),
  };
}
