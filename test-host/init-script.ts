import { guardPermissions } from './guard-permissions.ts';
import { receiverKey, runPreload } from './page-world.ts';

/**
 * Returns the script that runs before a page's own scripts. Every frame gets the bindings, so each removes them. The preload
 * only runs in the top frame, as in Electron.
 */
export function createInitScript(preload: string): string {
  return `{
    const take = (name) => {
      const binding = window[name];
      delete window[name];
      return binding;
    };
    const invoke = take('testHostInvoke');
    const open = take('testHostOpen');
    const mayUse = take('testHostMayUse');
    if (window === window.top) {
      (${guardPermissions.toString()})(mayUse);
      (${runPreload.toString()})(
        function (require, module, exports) {${preload}\n},
        invoke, open, ${JSON.stringify(receiverKey)},
      );
    }
  }`;
}
