import ky, { isHTTPError, type KyInstance } from 'ky';
import { AppError } from '../../src-shared/errors.ts';
import { endpointUrl, serviceSpellings, type ServiceSpelling } from './base-url.ts';
import { refusesCursor, toAppError } from './errors.ts';
import { bearerSafe, type Fetch } from './transport.ts';
import { parseAnswer, toWireRequest, type TenantAnswer, type TenantQuery } from './wire.ts';

/** The server of an account and the key for it. Never leaves the main thread. */
export interface Credentials {
  baseUrl: string;
  apiKey: string;
}

interface ClientOptions {
  fetch: Fetch;
  /** The longest duration of one attempt, in milliseconds. */
  timeout?: number;
  /** The delay before the first retry, in milliseconds. It doubles with each further retry. */
  firstRetryDelay?: number;
  /** The longest accepted `Retry-After`, in milliseconds. It keeps all retries of a request within three minutes. */
  maximumRetryAfter?: number;
}

const maximumRetries = 3;

/** Client of eTelecom's API "Partner Get Tenant List". */
export class EtelecomClient {
  readonly #http: KyInstance;
  /** The spelling that worked, for each base URL. */
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
        // Keeps at least half of the delay, so that a retry never follows at once.
        jitter: (delay) => delay * (0.5 + Math.random() / 2),
        shouldRetry: ({ error }) =>
          error instanceof AppError ? error.code === 'unreachable' : undefined,
      },
    });
  }

  /** Tests credentials with the smallest request that the API accepts. @throws AppError like `listTenants`. */
  async test(credentials: Credentials, signal: AbortSignal): Promise<void> {
    await this.listTenants(credentials, { filter: {}, paging: { limit: 25 } }, signal);
  }

  /** Returns one page of tenants. @throws AppError like `fetchPage`, or `not_this_api`. */
  async listTenants(
    credentials: Credentials,
    query: TenantQuery,
    signal: AbortSignal,
  ): Promise<TenantAnswer> {
    return parseAnswer(await this.fetchPage(credentials, query, signal));
  }

  /**
   * Returns the text of the server's answer for one page.
   *
   * @throws AppError with a code from "The API and the way there", `cursor_expired` if the server does not accept the
   * cursor, or `canceled` if `signal` is aborted.
   */
  async fetchPage(
    credentials: Credentials,
    query: TenantQuery,
    signal: AbortSignal,
  ): Promise<string> {
    try {
      return await this.#postInEitherSpelling(credentials, query, signal);
    } catch (error) {
      if (signal.aborted) {
        throw new AppError({ code: 'canceled', message: 'The request was canceled' });
      }
      throw withoutKey(toAppError(error, hasCursor(query)), credentials.apiKey);
    }
  }

  /** Tries the spelling that worked before, or the default one. If that is not found, tries the other one once. */
  async #postInEitherSpelling(
    credentials: Credentials,
    query: TenantQuery,
    signal: AbortSignal,
  ): Promise<string> {
    const { baseUrl } = credentials;
    const [defaultSpelling, otherSpelling] = serviceSpellings;
    const first = this.#spellings.get(baseUrl) ?? defaultSpelling;
    try {
      return await this.#post(credentials, first, query, signal);
    } catch (error) {
      if (!isHTTPError(error) || error.response.status !== 404) throw error;
      // The server knows the service but not the cursor.
      if (hasCursor(query) && refusesCursor(error)) throw error;
    }
    const second = first === defaultSpelling ? otherSpelling : defaultSpelling;
    const text = await this.#post(credentials, second, query, signal);
    this.#spellings.set(baseUrl, second);
    return text;
  }

  async #post(
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

/** Removes the key from the server's message, which the app shows to the user. */
function withoutKey(error: unknown, apiKey: string): unknown {
  if (!(error instanceof AppError) || !error.serverMessage?.includes(apiKey)) return error;
  const serverMessage = error.serverMessage.replaceAll(apiKey, '…');
  return new AppError({ ...error.toFields(), serverMessage });
}
