import { allAccounts } from '../../src-shared/choices.ts';
import type { BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { ViewsFile } from './views-file.ts';

interface Parts {
  views: ViewsFile;
  accountsFile: { has: (accountId: string) => boolean };
  /** Refuses changes while an account is being removed. */
  work: {
    run: (accountId: string, signal: AbortSignal, change: () => Promise<void>) => Promise<void>;
  };
}

/** Returns the handlers for saved views. */
export function createViewsHandlers({
  views,
  accountsFile,
  work,
}: Parts): Pick<BridgeHandlers, 'getViews' | 'saveViews'> {
  return {
    getViews: () => ({ views: views.all() }),
    saveViews: async ({ views: changed }, { signal }) => {
      const exists = (accountId: string) => accountsFile.has(accountId);
      await work.run(allAccounts, signal, () => views.save(changed, exists));
      return null;
    },
  };
}
