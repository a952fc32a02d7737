import type { Page } from 'playwright';
import { receiverKey, runPreload } from './page-world.ts';

export interface WindowOptions {
  windowId: number;
  width: number;
  height: number;
  preload: string;
}

export interface WindowPage {
  windowId: number;
  page: Page;
  preload: string;
  isCrashed: boolean;
  /** The address of a running `loadURL`. Unlike the page's own navigations it needs no permission. */
  loading: string | undefined;
  /** Resolves when all messages are delivered, in order. Answers to `invoke` wait for it. */
  sent: Promise<void>;
  /** In CSS pixels at zoom factor 1. */
  size: { width: number; height: number };
}

/**
 * Returns the script that runs the preload. Every frame gets the bindings, so each removes them. The preload only runs in
 * the top frame, as in Electron.
 */
export function initScript(preload: string): string {
  return `{
      const take = (name) => {
        const binding = window[name];
        delete window[name];
        return binding;
      };
      const invoke = take('testHostInvoke');
      const open = take('testHostOpen');
      if (window === window.top) {
        (${runPreload.toString()})(
          function (require, module, exports) {${preload}\n},
          invoke, open, ${JSON.stringify(receiverKey)},
        );
      }
    }`;
}
