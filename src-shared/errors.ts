import type { RecordKind } from './record-kinds.ts';

/**
 * The codes of all errors that a user can meet. The message for the user is under the same name in
 * `locales/<language>/later/errors.ts`. Codes are stored and sent to support, so they must not change.
 */
export const errorCodes = [
  // Input
  'base_url_invalid',
  'base_url_not_https',
  'base_url_has_query',
  'base_url_no_path',
  'api_key_empty',
  'api_key_not_ascii',
  'api_key_too_long',
  'invalid_request',
  // The keychain
  'keychain_locked',
  'keychain_denied',
  'keychain_missing',
  'keychain_full',
  'keychain_failed',
  'keychain_no_answer',
  'key_not_saved',
  'key_for_other_address',
  'key_already_added',
  'not_connected',
  'account_leaving',
  // The API and the network
  'wrong_key',
  'no_permission',
  'wrong_address',
  'unreachable',
  'timed_out',
  'proxy_failed',
  'proxy_login_canceled',
  'certificate_failed',
  'redirected',
  'not_this_api',
  'answer_incomplete',
  'answer_too_large',
  'rate_limited',
  'server_unavailable',
  'server_failed',
  'request_refused',
  'cursor_repeated',
  // The saved list
  'refresh_running',
  'cursor_expired',
  'nothing_to_resume',
  'list_shrank',
  'nothing_saved',
  'tenant_not_saved',
  'history_too_large',
  'store_too_new',
  'store_unreadable',
  'store_locked',
  'store_disk_failed',
  'store_failed',
  'store_gone',
  'annotations_too_new',
  'annotations_restored',
  'annotations_missing',
  'annotations_unreadable',
  'too_many_tags',
  // Files
  'file_in_use',
  'folder_not_writable',
  'folder_missing',
  'disk_full',
  'disk_gone',
  'name_too_long',
  'name_invalid',
  'file_failed',
  'file_not_opened',
  'settings_too_new',
  'settings_repaired',
  'settings_restored',
  'settings_unreadable',
  'settings_too_large',
  // Files of tables
  'table_not_supported',
  'table_unreadable',
  'table_too_large',
  'table_empty',
  // Backup files
  'backup_unreadable',
  'backup_too_new',
  'backup_too_large',
  // Settings of the organization
  'address_not_allowed',
  'sample_data_not_allowed',
  'policy_unreadable',
  // Updates
  'update_unreachable',
  'update_damaged',
  'update_failed',
  'update_waits',
  'update_forbidden',
  'update_not_installed',
  // Other
  'page_crashed',
  'worker_failed',
  'app_quitting',
  'canceled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The codes that have a second text, for errors that concern hotlines. */
export const codesWithTextForHotlines = [
  'no_permission',
  'wrong_address',
  'tenant_not_saved',
] as const satisfies readonly ErrorCode[];

/** The names of the texts of errors. */
export type ErrorTextName = ErrorCode | `${(typeof codesWithTextForHotlines)[number]}_hotlines`;

/** The answer of the server that an error comes from, for reports to eTelecom. */
export interface FailedAnswer {
  /** The HTTP status. */
  status: number;
  /** When it came, in ISO 8601 in UTC. */
  at: string;
}

/** The fields of an error that cross the bridge. */
export interface AppErrorFields {
  code: ErrorCode;
  /** For the log and for error reports. It never contains a key, and is never shown alone. */
  message: string;
  /** The server's own message, in a language of its choice. */
  serverMessage?: string;
  answer?: FailedAnswer;
  /** The file that the error concerns. */
  path?: string;
  /** Of `key_already_added`: the account that has the key. */
  account?: { accountId: string; name: string };
  /** What the list consists of that the error concerns. */
  records?: RecordKind;
}

/** An error with a code. Any other error is a bug and crosses the bridge as `internal`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly serverMessage: string | undefined;
  readonly answer: FailedAnswer | undefined;
  readonly path: string | undefined;
  readonly account: AppErrorFields['account'];
  readonly records: RecordKind | undefined;

  constructor(fields: AppErrorFields, options?: ErrorOptions) {
    super(fields.message, options);
    this.code = fields.code;
    this.serverMessage = fields.serverMessage;
    this.answer = fields.answer;
    this.path = fields.path;
    this.account = fields.account;
    this.records = fields.records;
  }

  /** Returns the fields that may cross the bridge. */
  toFields(): AppErrorFields {
    return {
      code: this.code,
      message: this.message,
      ...(this.serverMessage !== undefined && { serverMessage: this.serverMessage }),
      ...(this.answer !== undefined && { answer: this.answer }),
      ...(this.path !== undefined && { path: this.path }),
      ...(this.account !== undefined && { account: this.account }),
      ...(this.records !== undefined && { records: this.records }),
    };
  }
}

/** The response to every call over the bridge. Electron does not preserve error classes, so errors are plain fields. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: AppErrorFields };
