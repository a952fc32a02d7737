import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import type { CommandResult } from './command.ts';

/** The codes of errors that only the command line has. They are printed, so they must not change. */
export type CommandErrorCode =
  | 'usage_wrong'
  | 'key_not_piped'
  | 'working_folder_missing'
  | 'account_unknown'
  | 'account_ambiguous'
  | 'view_unknown'
  | 'view_ambiguous'
  | 'app_is_running'
  | 'app_not_answering';

/** An error that only the command line has. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;
  /** What the user typed. */
  readonly value: string;

  constructor(code: CommandErrorCode, value = '') {
    super(code);
    this.code = code;
    this.value = value;
  }
}

/** The error of a file that is complete, but could not be saved at the requested path. */
export class SavedElsewhereError extends AppError {
  /** Where the file is. */
  readonly savedAs: string;

  constructor(code: ErrorCode, { path, savedAs }: { path: string; savedAs: string }) {
    super({ code, message: 'The file was saved at another path', path });
    this.savedAs = savedAs;
  }
}

/** The error of a command that could not refresh the lists of some accounts. */
export class AccountsFailedError extends Error {
  /** The result of the first account that failed. */
  readonly first: CommandResult;
  /** What is printed of each account. */
  readonly accounts: CommandResult['output'][];

  constructor(message: string, first: CommandResult, accounts: CommandResult['output'][]) {
    super(message);
    this.first = first;
    this.accounts = accounts;
  }
}
