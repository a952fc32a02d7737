import type { TFunction } from 'i18next';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Log } from '../log/log.ts';
import type { CommandResult } from './command.ts';
import { AccountsFailedError, CommandError, SavedElsewhereError } from './command-error.ts';
import { exitCodes, failures } from './exit-codes.ts';

/**
 * Returns the result of a command that failed. An error without a code is a bug, and is logged.
 *
 * @param about names the command, or the account whose part of a command failed.
 */
export function describeFailure(
  error: unknown,
  about: { command: string | null } | { account: string },
  { translate, log }: { translate: TFunction; log: Log },
): CommandResult {
  if (error instanceof AccountsFailedError) {
    const { first, accounts, message } = error;
    return { ...first, output: { ...first.output, ...about, accounts, message }, message };
  }
  if (error instanceof CommandError) {
    const { code, value } = error;
    const message = translate(`commandLine.errors.${code}`, { value });
    return failed(code, message, about);
  }
  if (!(error instanceof AppError)) log('callFailed', { error });
  const { code, path, serverMessage, records } =
    error instanceof AppError ? error : { code: 'internal' as const };
  const savedAs = error instanceof SavedElsewhereError ? error.savedAs : undefined;
  const message = [
    translate(errorTextKey(code, records)),
    path,
    savedAs && translate('commandLine.savedElsewhere', { path: savedAs }),
  ];
  return failed(code, message.filter((part) => part !== undefined).join(' '), {
    ...about,
    ...(savedAs !== undefined && { savedAs }),
    ...(path !== undefined && { path }),
    ...(serverMessage !== undefined && { serverMessage }),
  });
}

function failed(
  code: keyof typeof failures,
  message: string,
  fields: CommandResult['output'],
): CommandResult {
  const exitCode = exitCodes[failures[code]];
  return { exitCode, output: { ok: false, ...fields, error: code, exitCode, message }, message };
}
