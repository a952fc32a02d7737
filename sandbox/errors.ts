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

export type TwirpCode = keyof typeof httpStatus;

/** An error of the API. `status` is Twirp's HTTP status for the code. */
export class ApiError extends Error {
  readonly code: TwirpCode;
  readonly status: number;

  constructor(code: TwirpCode, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = httpStatus[code];
  }
}

/** Returns the body of an error response, as on the platform's public API page. */
export function errorBody(code: TwirpCode, message: string): { code: TwirpCode; msg: string } {
  return { code, msg: message };
}
