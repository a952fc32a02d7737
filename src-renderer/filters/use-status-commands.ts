import { useCommand } from '../commands/commands-context.ts';

/**
 * Offers to show the tenants of one status.
 *
 * @param show `null` where the list cannot be asked for that.
 */
export function useStatusCommands(show: ((status: string) => void) | null): void {
  useCommand('showNewlyCreated', show && (() => show('Z')));
  useCommand('showEnabled', show && (() => show('P')));
  useCommand('showDisabled', show && (() => show('N')));
}
