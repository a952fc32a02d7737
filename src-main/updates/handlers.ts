import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import { chooseReleaseNotes } from './choose-release-notes.ts';
import { loadChangelogs } from './load-changelogs.ts';
import type { Updates } from './updates.ts';

type UpdateHandlers = Pick<
  BridgeHandlers,
  | 'getUpdateStatus'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'restartToUpdate'
  | 'showDownloadPage'
  | 'getReleaseNotes'
>;

interface Parts {
  updates: Updates;
  /** Opens the page with all versions in the browser. */
  showDownloadPage: () => Promise<void>;
}

/** Returns the handlers for newer versions of the app and for what is new in each. */
export function createUpdateHandlers(parts: Parts): UpdateHandlers {
  const { updates, showDownloadPage } = parts;
  return {
    getUpdateStatus: () => updates.status,
    checkForUpdates: () => updates.check(),
    downloadUpdate: async () => {
      await updates.download();
      return null;
    },
    restartToUpdate: async () => {
      await updates.restart();
      return null;
    },
    showDownloadPage: async () => {
      await showDownloadPage();
      return null;
    },
    getReleaseNotes: async ({ language }) =>
      chooseReleaseNotes({ released: updates.changelogs, own: await loadChangelogs(), language }),
  };
}
