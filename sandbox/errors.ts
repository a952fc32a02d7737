/** Twirp's HTTP status for each code: https://twitchtv.github.io/twirp/docs/spec_v7.html#error-codes */
const httpStatus = {
  canceled: 408,
  unknown: 500,
  invalid_argument: 400,
  malformed: 400,
  deadline_exceeded: 408,
  not_found: 404,
  bad_route: 404,
  already_exists: 409,
  permission_denied: 403,
  unauthenticated: 401,
  resource_exhausted: 429,
  failed_precondition: 412,
  aborted: 409,
  out_of_range: 400,
  unimplemented: 501,
  internal: 500,
  unavailable: 503,
  data_loss: 500,
} as const;

export type ErrorCode = keyof typeof httpStatus;

/** A refusal the API knows by code. `status` is the HTTP status Twirp gives that code. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = httpStatus[code];
  }
}

/**
 * The body of every error answer, as the platform's public API page shows it.
 * @returns a plain object ready for JSON
 */
export function errorBody(code: ErrorCode, message: string): { code: ErrorCode; msg: string } {
  return { code, msg: message };
}
