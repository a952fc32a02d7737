import type { TFunction } from 'i18next';
import type { Connections } from '../accounts/connections.ts';
import type { Command, CommandResult } from './command.ts';
import { CommandError } from './command-error.ts';

interface Parts {
  connections: Pick<Connections, 'add'>;
  /** As it was piped; `null` if another process sent the command. */
  apiKey: string | null;
  signal: AbortSignal;
  onProgress: (text: string) => void;
  translate: TFunction;
}

/**
 * Tests a key, and adds an account with it whose key is kept in the keychain.
 *
 * @throws CommandError `app_is_running` without a key; AppError like `Connections.add`.
 */
export async function addAccount(
  { baseUrl: typedUrl, accountName }: Extract<Command, { name: 'add-account' }>,
  { connections, apiKey, signal, onProgress, translate }: Parts,
): Promise<Pick<CommandResult, 'output' | 'message'>> {
  if (apiKey === null) throw new CommandError('app_is_running');
  const account = await connections.add(
    { name: accountName ?? '', baseUrl: typedUrl, apiKey, keyStorage: 'keychain' },
    signal,
    () => onProgress(translate('commandLine.retrying', { account: accountName ?? typedUrl })),
  );
  const { accountId: id, name } = account;
  const baseUrl = account.kind === 'partner' ? account.baseUrl : typedUrl;
  return {
    output: { id, name, baseUrl },
    message: translate('commandLine.accountAdded', { name }),
  };
}
