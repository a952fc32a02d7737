import { AppError, type ErrorCode } from '../../src-shared/errors.ts';
import { systemCode, toFileError } from '../files/file-error.ts';

/**
 * Codes and messages of electron-updater, names of Chromium's network errors and codes of Node. The first match decides.
 * A message can hold the address of a file at GitHub, which has a signature of its own.
 */
const codes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/ERR_CHECKSUM_MISMATCH|ERR_UPDATER_INVALID_SIGNATURE|Code signature at /, 'update_damaged'],
  [/ERR_(\w*PROXY|\w*PROXIES|TUNNEL|PAC|SOCKS)|HttpError: 407|, status 407/, 'proxy_failed'],
  [/HttpError: \d|, status \d/, 'update_unreachable'],
  [/CERT|ERR_SSL|ERR_TLS|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/, 'certificate_failed'],
  [
    /net::ERR_|ECONN|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ETIMEDOUT|EPIPE|socket|timed out|aborted/i,
    'update_unreachable',
  ],
];

/** The errors of a disk on which the update could not be written. */
const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO']);

/** Converts an error of electron-updater. Its message can hold addresses and paths, so it is not kept. */
export function toUpdateError(error: unknown): AppError {
  const system = systemCode(error) ?? '';
  if (diskCodes.has(system)) {
    const file = toFileError(error, pathOf(error));
    if (file instanceof AppError) return file;
  }
  const text = describe(error);
  const code = codes.find(([pattern]) => pattern.test(text))?.[1] ?? ('update_failed' as const);
  return new AppError({ code, message: `The update failed: ${system}` });
}

/** Joins the names, messages and codes of an error and its causes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = `${systemCode(error) ?? ''} ${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own} ${describe(error.cause)}`;
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? error.path
    : '';
}
