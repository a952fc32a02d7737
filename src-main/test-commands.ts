import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import type { Command, CommandResult } from './command-line/command.ts';
import { createCommandRunner } from './command-line/run-command.ts';
import { composeServices, type Services } from './compose-services.ts';
import { CallRunner } from './rpc/call-runner.ts';

interface CommandContext {
  signal?: AbortSignal;
  /** Receives the progress in words. */
  progress?: string[];
  apiKey?: string | null;
  onListsChanged?: () => void;
}

/** Composes the services of the app, with the real keychain and the real worker. */
export async function startServices(
  dataFolder: string,
  downloadsFolder: string,
): Promise<Services> {
  return composeServices({
    dataFolder,
    workerEntry: pathToFileURL(inject('workerFile')),
    versions: { app: '1.2.3', electron: null, chromium: null, node: '24' },
    computerZone: null,
    systemLanguage: 'en',
    fetch,
    downloadsFolder,
    onAccounts: () => undefined,
    chooseFile: () => Promise.reject(new Error('A command asks nothing')),
    showProgress: () => undefined,
    openFile: () => Promise.resolve(),
    showInFolder: () => undefined,
    writeLog: () => undefined,
    log: () => undefined,
  });
}

/** Ends services and keeps their accounts, as when the app quits. */
export async function endServices({ lists, keychain }: Services): Promise<void> {
  await lists.close();
  await keychain.finish();
}

/** Removes the keychain entries of all accounts, and ends the services. */
export async function removeKeysAndEnd(services: Services): Promise<void> {
  for (const { accountId } of services.connections.accounts()) {
    await services.connections.removeKey(accountId);
  }
  await endServices(services);
}

/** Runs a command with the services, as the command line does. */
export function runTestCommand(
  services: Services,
  command: Command,
  { signal, progress = [], apiKey = null, onListsChanged }: CommandContext = {},
): Promise<CommandResult> {
  const runCommand = createCommandRunner({
    ...services,
    computerZone: null,
    calls: new CallRunner<never>({ log: console.error }),
    trackRefresh: (_tracked, onProgress, refresh) => refresh(onProgress),
    onListsChanged: onListsChanged ?? (() => undefined),
    log: console.error,
  });
  const context = {
    signal: signal ?? new AbortController().signal,
    onProgress: (text: string) => progress.push(text),
    apiKey,
  };
  return runCommand({ command, language: 'en' }, context);
}
