import ky, { isHTTPError, type KyInstance } from 'ky';
import { AppError } from '../../src-shared/errors.ts';
import { endpointUrl, serviceSpellings, type ServiceSpelling } from './base-url.ts';
import { refusesCursor, toAppError } from './errors.ts';
import { bearerSafe, type Fetch } from './transport.ts';
import {
  parseAnswer,
  parseRows,
  toWireRequest,
  type TenantAnswer,
  type TenantQuery,
  type TenantRows,
} from './wire.ts';

/** Where to ask, and as whom. Lives in the main process only. */
export interface Credentials {
  baseUrl: string;
  apiKey: string;
}

export interface ClientOptions {
  fetch: Fetch;
  /** How long one attempt may take, milliseconds. */
  timeout?: number | undefined;
  /** How long to wait before the first retry, milliseconds; it duplicates with every further one. */
  firstRetryDelay?: number | undefined;
  /** A longer `Retry-After` is cut to this, milliseconds, so that no request waits longer than three minutes in all. */
  maximumRetryAfter?: number;
}

/** The first try and three more. */
const maximumRetries = 3;

/** The API "Partner Get Tenant List" of eTelecom. */
export class EtelecomClient {
  readonly #http: KyInstance;
  /** The spelling that worked, by base URL. */
  readonly #spellings = new Map<string, ServiceSpelling>();

  constructor({
    fetch,
    timeout = 30_000,
    firstRetryDelay = 500,
    maximumRetryAfter = 60_000,
  }: ClientOptions) {
    this.#http = ky.create({
      fetch: bearerSafe(fetch),
      timeout,
      retry: {
        limit: maximumRetries,
        methods: ['post'],
        statusCodes: [429, 502, 503, 504],
        afterStatusCodes: [429, 502, 503, 504],
        maxRetryAfter: maximumRetryAfter,
        retryOnTimeout: true,
        delay: (attempt) => firstRetryDelay * 2 ** (attempt - 1),
        // Half of the delay is certain, so that a server in trouble is never asked again at once.
        jitter: (delay) => delay * (0.5 + Math.random() / 2),
        shouldRetry: ({ error }) =>
          error instanceof AppError ? error.code === 'unreachable' : undefined,
      },
    });
  }

  /**
   * One page of tenants.
   *
   * @throws AppError with one of the codes of "the API and the way there", `cursor_expired` for a cursor that the
   * server does not take, or `canceled` once `signal` is aborted.
   */
  async listTenants(
    credentials: Credentials,
    query: TenantQuery,
    signal: AbortSignal,
  ): Promise<TenantAnswer> {
    return parseAnswer(await this.#list(credentials, query, signal));
  }

  /** One page of tenants with their JSON, for keeping. @throws AppError like `listTenants`. */
  async listRows(
    credentials: Credentials,
    query: TenantQuery,
    signal: AbortSignal,
  ): Promise<TenantRows> {
    return parseRows(await this.#list(credentials, query, signal));
  }

  /** @returns the answer's text. */
  async #list(credentials: Credentials, query: TenantQuery, signal: AbortSignal): Promise<string> {
    try {
      return await this.#askInEitherSpelling(credentials, query, signal);
    } catch (error) {
      if (signal.aborted)
        throw new AppError({ code: 'canceled', message: 'The request was canceled' });
      throw withoutKey(toAppError(error, hasCursor(query)), credentials.apiKey);
    }
  }

  /** The spelling that worked before, else the usual one; the other is tried once when that is not found. */
  async #askInEitherSpelling(credentials: Credentials, query: TenantQuery, signal: AbortSignal) {
    const { baseUrl } = credentials;
    const [usual, other] = serviceSpellings;
    const first = this.#spellings.get(baseUrl) ?? usual;
    try {
      return await this.#ask(credentials, first, query, signal);
    } catch (error) {
      if (!isHTTPError(error) || error.response.status !== 404) throw error;
      // The cursor is what was not found, not the service.
      if (hasCursor(query) && refusesCursor(error)) throw error;
    }
    const second = first === usual ? other : usual;
    const answer = await this.#ask(credentials, second, query, signal);
    this.#spellings.set(baseUrl, second);
    return answer;
  }

  async #ask(
    { baseUrl, apiKey }: Credentials,
    spelling: ServiceSpelling,
    query: TenantQuery,
    signal: AbortSignal,
  ): Promise<string> {
    const response = await this.#http.post(endpointUrl(baseUrl, spelling), {
      headers: { Accept: 'application/json', Authorization: `Bearer ${apiKey}` },
      json: toWireRequest(query),
      signal,
    });
    return response.text();
  }
}

function hasCursor({ paging }: TenantQuery): boolean {
  return paging.after !== undefined || paging.before !== undefined;
}

/** A server may quote the key in its own words, and those are shown. */
function withoutKey(error: unknown, apiKey: string): unknown {
  if (!(error instanceof AppError) || !error.serverMessage?.includes(apiKey)) return error;
  const serverMessage = error.serverMessage.replaceAll(apiKey, '…');
  return new AppError({ ...error.toFields(), serverMessage });
}
