import type { TFunction } from 'i18next';
import { AppError } from '../src-shared/errors.ts';
import type { ComputerZone } from '../src-shared/time-zone.ts';
import { RunningWork } from './app/running-work.ts';
import type { CommandRequest, CommandResult } from './command-line/command.ts';
import { CommandError } from './command-line/command-error.ts';
import { describeFailure } from './command-line/describe-failure.ts';
import type { ParsedArguments } from './command-line/parse-arguments.ts';
import { readPipedKey } from './command-line/read-piped-key.ts';
import { createCommandRunner, type RunCommand } from './command-line/run-command.ts';
import { tellNotices } from './command-line/tell-notices.ts';
import type { Services } from './compose-services.ts';
import {
  endWithResult,
  endWithText,
  hideFromDock,
  pipedInput,
  printProgress,
  stopSignal,
} from './electron/command-process.ts';
import { killIfBlocked } from './electron/lifecycle.ts';
import type { Optional } from './electron/optional.ts';
import type { SecondStart } from './electron/second-start.ts';
import type { Log } from './log/log.ts';
import { CallRunner } from './rpc/call-runner.ts';
import { untilAborted } from './rpc/until-aborted.ts';

interface Parts {
  /** The request of a command, with the language of its messages. */
  request: CommandRequest | null;
  translate: TFunction;
  secondStart: SecondStart;
  /** Starts the services if this is the only process of the app. */
  compose: () => Promise<{ services: Services; computerZone: ComputerZone | null }>;
  optional: Optional;
  log: Log;
}

/**
 * Does what the command line asks for, without a window, and ends the process. If the app is running, it does the work
 * and this process waits.
 */
export async function runCommandLine(parsed: ParsedArguments, parts: Parts): Promise<void> {
  const { request, translate } = parts;
  if (parsed.kind === 'wrongUsage') {
    await endWithResult(describeFailure(parsed.error, { command: null }, parts));
  } else if (request === null) {
    await endWithText(translate('commandLine.help'), 0);
  } else {
    const result = await run(request, parts).catch((error: unknown) =>
      describeFailure(error, { command: request.command.name }, parts),
    );
    parts.log('commandEnded', { exitCode: result.exitCode });
    await endWithResult(result);
  }
}

/** @throws CommandError `key_not_piped`, `app_not_answering`; AppError like `readPipedKey`, or with a file code. */
async function run(request: CommandRequest, parts: Parts): Promise<CommandResult> {
  const { secondStart } = parts;
  const signal = stopSignal();
  // Read before the lock is taken: a pipe that does not end keeps no other process waiting.
  const needsKey = request.command.name === 'add-account';
  const apiKey = needsKey ? await readPipedKey(pipedInput(), signal) : null;
  const entered = await secondStart.enter(printProgress, signal);
  if (typeof entered === 'object') return entered.result;
  if (signal.aborted) throw new AppError({ code: 'canceled', message: 'The process was stopped' });
  if (entered !== 'only') throw new CommandError('app_not_answering');
  return runHere(request, { signal, onProgress: printProgress, apiKey }, parts);
}

/** Runs the command of this process, and those that other processes send meanwhile. */
async function runHere(
  request: CommandRequest,
  context: Parameters<RunCommand>[1],
  { compose, secondStart, optional, log }: Parts,
): Promise<CommandResult> {
  const { services, computerZone } = await compose();
  hideFromDock(optional);
  killIfBlocked(() => services.keychain.isBusy || services.lists.hasThread);
  const calls = new CallRunner<never>({ log });
  const runWithoutNotices = createCommandRunner({
    ...{ ...services, computerZone, calls, log },
    // There is no window that shows a refresh.
    trackRefresh: (_tracked, onProgress, refresh) => refresh(onProgress),
    onListsChanged: () => undefined,
  });
  const runCommand = tellNotices(runWithoutNotices, { ...services, log });
  secondStart.runsCommands(runCommand);
  const work = new RunningWork({
    ...{ secondStart, calls, lists: services.lists, keychain: services.keychain, log },
    exports: services.unfinishedExports,
    shownChanges: { finish: () => Promise.resolve() },
    window: { saveState: () => Promise.resolve() },
  });
  const result = await runCommand(request, context);
  // If this process is stopped, the others run their commands themselves.
  await untilAborted(secondStart.whenIdle(), context.signal).catch(() => undefined);
  await work.finish();
  return result;
}
