import { randomUUID } from 'node:crypto';
import type { TFunction } from 'i18next';
import { allAccounts } from '../../src-shared/choices.ts';
import { errorCodes } from '../../src-shared/errors.ts';
import type { Language } from '../../src-shared/preferences.ts';
import type { ScheduledRun } from '../../src-shared/schedules.ts';
import { createClock, type ComputerZone } from '../../src-shared/time-zone.ts';
import type { ExportService } from '../export/export-service.ts';
import type { Log } from '../log/log.ts';
import type { AccountSettingsFile } from '../preferences/account-settings-file.ts';
import type { PreferencesFile } from '../preferences/preferences-file.ts';
import type { RefreshParts } from '../refresh/refresh-list.ts';
import type { CallRunner } from '../rpc/call-runner.ts';
import type { ViewsFile } from '../views/views-file.ts';
import { addAccount } from './add-account.ts';
import { formatOf, type Command, type CommandRequest, type CommandResult } from './command.ts';
import { SavedElsewhereError } from './command-error.ts';
import { createExportRequest } from './create-export-request.ts';
import { describeFailure } from './describe-failure.ts';
import { ageOf, describeList } from './describe-list.ts';
import { exitCodes } from './exit-codes.ts';
import { findAccount, findView } from './find-by-name.ts';
import type { SchedulesFile } from '../schedule/schedules-file.ts';
import { refreshAccounts } from './refresh-accounts.ts';

const progressMilliseconds = 250;

/** The services that commands use: those of the bridge's handlers. */
export interface CommandServices extends RefreshParts {
  preferences: PreferencesFile;
  accountSettings: AccountSettingsFile;
  views: ViewsFile;
  exports: ExportService;
  schedules: Pick<SchedulesFile, 'setLastRun'>;
  computerZone: ComputerZone | null;
  /** Knows the running commands, to cancel them before the app quits. */
  calls: Pick<CallRunner<never>, 'run'>;
  translations: (language: Language) => TFunction;
  /** Called after saved lists were refreshed or exported, and after the result of a scheduled export was kept. */
  onListsChanged: () => void;
  log: Log;
}

interface Context {
  signal: AbortSignal;
  /** Called with what is being done, in words. */
  onProgress: (text: string) => void;
  /** The API key from standard input; `null` if there is none. It is never sent between processes. */
  apiKey: string | null;
}

/** How a command is run: see `createCommandRunner`. */
export type RunCommand = (request: CommandRequest, context: Context) => Promise<CommandResult>;

/** The printed JSON and its text. */
type Done = Pick<CommandResult, 'output' | 'message'>;

/** Returns the function that runs the commands of the command line. It never rejects. */
export function createCommandRunner(services: CommandServices): RunCommand {
  return async ({ command, language }, context) => {
    const translate = services.translations(language);
    const start = performance.now();
    const keep = (result: CommandResult) => keepResult(command, result, services);
    const seconds = () => Math.round(performance.now() - start) / 1000;
    try {
      const { output, message } = await services.calls.run(
        randomUUID(),
        (call) => {
          const signal = AbortSignal.any([context.signal, call.signal]);
          const onProgress = atIntervals(context.onProgress);
          return run(command, { ...services, ...context, onProgress, signal, translate });
        },
        () => undefined,
      );
      const exitCode = exitCodes.done;
      const printed = { ok: true, command: command.name, ...output, seconds: seconds() };
      return await keep({ exitCode, output: printed, message });
    } catch (error) {
      const texts = { translate, log: services.log };
      const result = describeFailure(error, { command: command.name }, texts);
      return keep({ ...result, output: { ...result.output, seconds: seconds() } });
    }
  };
}

/** Keeps the result of a scheduled export, so that the app can show it. Never rejects. */
async function keepResult(
  command: Command,
  result: CommandResult,
  { schedules, onListsChanged, log }: CommandServices,
): Promise<CommandResult> {
  if (command.name !== 'export' || command.scheduleId === null) return result;
  const { rows, error } = result.output;
  // The command line has errors of its own, but the names in its arguments are the only ones that can become wrong.
  const code = errorCodes.find((each) => each === error) ?? 'unknownName';
  const lastRun: ScheduledRun = {
    endedAt: new Date().toISOString(),
    rows: typeof rows === 'number' ? rows : null,
    error: error === undefined ? null : code,
  };
  await schedules
    .setLastRun({ scheduleId: command.scheduleId, path: command.path }, lastRun)
    .catch((failure: unknown) => log('scheduledRunNotKept', { error: failure }));
  onListsChanged();
  return result;
}

/** Returns a function that reports at most a few lines a second: a refresh reports each page. */
function atIntervals(report: (text: string) => void): (text: string) => void {
  let last = -Infinity;
  return (text) => {
    if (performance.now() - last < progressMilliseconds) return;
    last = performance.now();
    report(text);
  };
}

type Parts = CommandServices & Context & { translate: TFunction };

function run(command: Command, parts: Parts): Done | Promise<Done> {
  switch (command.name) {
    case 'export':
      return exportList(command, parts);
    case 'refresh':
      return refreshAccounts(accountsFor(command.account, parts), parts);
    case 'add-account':
      return addAccount(command, parts);
    case 'list-accounts':
      return listAccounts(parts);
    case 'list-views':
      return listViews(parts);
  }
}

async function exportList(
  { account, view: viewName, refreshes, path }: Extract<Command, { name: 'export' }>,
  parts: Parts,
): Promise<Done> {
  const { connections, preferences, accountSettings, exports, work, signal, translate } = parts;
  const chosen = account === null ? null : findAccount(connections.accounts(), account);
  const accountId = chosen?.accountId ?? allAccounts;
  const view = viewName === null ? null : findView(parts.views.all(), accountId, viewName);
  const records = view?.shown.layout.records ?? 'tenants';
  if (refreshes) await refreshAccounts(accountsFor(account, parts), { ...parts, records });
  const request = createExportRequest({
    ...{ accountId, view, format: formatOf(path) ?? 'xlsx', now: new Date() },
    lastOptions: accountSettings.get(accountId).exportOptions,
    clock: createClock(preferences.get().timeZone, parts.computerZone),
  });
  const written = await work.run(accountId, signal, (signal) =>
    exports.runTo(request, path, signal, (rows) =>
      parts.onProgress(translate('commandLine.writing', { count: rows })),
    ),
  );
  parts.onListsChanged();
  const { rows, changeLines, unreadableRows, fetchedAt, isListComplete, obstacle } = written;
  if (written.path !== path) {
    const code = obstacle?.code ?? 'file_failed';
    throw new SavedElsewhereError(code, { path, savedAs: written.path });
  }
  return {
    output: {
      ...{ account: chosen?.name ?? null, view: view?.name ?? null, rows, changeLines },
      ...{ unreadableRows, path, fetchedAt, ageSeconds: ageOf(fetchedAt) },
      complete: isListComplete,
    },
    message: translate('commandLine.exported', { count: rows, path }),
  };
}

async function listAccounts(parts: Parts): Promise<Done> {
  const accounts = await Promise.all(
    parts.connections.accounts().map(async (account) => ({
      ...{ id: account.accountId, name: account.name, kind: account.kind },
      ...(account.kind === 'partner' && {
        baseUrl: account.baseUrl,
        hasKey: account.keyStorage !== null,
      }),
      ...(await describeList(account.accountId, parts)),
    })),
  );
  const names = accounts.map(({ name }) => name).join(', ');
  return { output: { accounts }, message: parts.translate('commandLine.accounts', { names }) };
}

function listViews({ connections, views, translate }: Parts): Done {
  const accounts = new Map(connections.accounts().map((each) => [each.accountId, each.name]));
  const all = views.all().map(({ viewId, name, accountId }) => ({
    ...{ id: viewId, name, accountId },
    account: accountId === null ? null : (accounts.get(accountId) ?? null),
  }));
  const names = all.map(({ name }) => name).join(', ');
  return { output: { views: all }, message: translate('commandLine.views', { names }) };
}

/** Returns one account, or all. @throws CommandError `account_unknown`, `account_ambiguous` */
function accountsFor(account: string | null, { connections }: Parts) {
  const all = connections.accounts();
  return account === null ? all : [findAccount(all, account)];
}
