import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../../src-shared/errors.ts';
import { endpointUrl, serviceSpellings, type ServiceSpelling } from './base-url.ts';
import { FailedAttempt, failedRequest, failureOf } from './errors.ts';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { Retry } from '../../src-shared/retry.ts';
import { jsonContains, shortestDistinctKey } from './json-contains.ts';
import { limits } from './limits.ts';
import { withoutSecret } from './server-text.ts';
import { post, type Answer, type Fetch, type PostLimits } from './transport.ts';
import { parseAnswer, toWireRequest, type TenantAnswer, type TenantQuery } from './wire.ts';

/** The server of an account and the key for it. Never leaves the main thread. */
export interface Credentials {
  baseUrl: string;
  apiKey: string;
}

interface ClientOptions extends Partial<PostLimits> {
  fetch: Fetch;
  /** The delay before the first retry, in milliseconds. It doubles with each further retry. */
  firstRetryDelay?: number;
  /** The longest wait before a retry, in milliseconds, whatever `Retry-After` says. */
  maximumRetryAfter?: number;
}

/** Which page of which list. */
interface PageQuery extends TenantQuery {
  /** What the list consists of; by default tenants. */
  records?: RecordKind;
}

/** The bytes of a page, which are parsed where the page is needed. */
export type PageBody = Uint8Array<ArrayBuffer>;

/** Called when an attempt failed and another one will follow. */
export type OnRetry = (retry: Retry) => void;

const maximumRetries = 3;

/**
 * Client of eTelecom's APIs "Partner Get Tenant List" and "Partner Get Hotline List". It sends its requests itself: a client
 * library reads an answer without a limit, and copies it.
 */
export class EtelecomClient {
  readonly #fetch: Fetch;
  readonly #limits: PostLimits;
  readonly #firstRetryDelay: number;
  readonly #maximumRetryAfter: number;
  /** The spelling that worked, for each base URL. */
  readonly #spellings = new Map<string, ServiceSpelling>();

  constructor({
    fetch,
    timeout = 30_000,
    maximumDuration = 120_000,
    maximumBytes = limits.answerBytes,
    firstRetryDelay = 500,
    maximumRetryAfter = 60_000,
  }: ClientOptions) {
    this.#fetch = fetch;
    this.#limits = { timeout, maximumDuration, maximumBytes };
    this.#firstRetryDelay = firstRetryDelay;
    this.#maximumRetryAfter = maximumRetryAfter;
  }

  /** Tests credentials with the smallest request that the API accepts. @throws AppError like `listTenants`. */
  async test(credentials: Credentials, signal: AbortSignal, onRetry?: OnRetry): Promise<void> {
    await this.listTenants(credentials, { filter: {}, paging: { limit: 25 } }, signal, onRetry);
  }

  /** Returns one page of tenants. @throws AppError like `fetchPage` and `parseAnswer`. */
  async listTenants(
    credentials: Credentials,
    query: TenantQuery,
    signal: AbortSignal,
    onRetry?: OnRetry,
  ): Promise<TenantAnswer> {
    return parseAnswer(await this.fetchPage(credentials, query, signal, onRetry));
  }

  /**
   * Returns the body of the server's answer for one page. Faults that pass are retried.
   *
   * @throws AppError with a code from "The API and the network", `cursor_expired` if the server does not accept the
   * cursor, or `canceled` if `signal` is aborted.
   */
  async fetchPage(
    credentials: Credentials,
    query: PageQuery,
    signal: AbortSignal,
    onRetry: OnRetry = () => undefined,
  ): Promise<PageBody> {
    try {
      return await this.#postInEitherSpelling(credentials, query, { signal, onRetry });
    } catch (error) {
      if (signal.aborted) {
        throw new AppError({ code: 'canceled', message: 'The request was canceled' });
      }
      if (!(error instanceof FailedAttempt)) throw error;
      throw withoutSecret(error.error, credentials.apiKey);
    }
  }

  /** Tries the spelling that worked before, or the default one. If that is not found, tries the other one once. */
  async #postInEitherSpelling(
    credentials: Credentials,
    query: PageQuery,
    context: { signal: AbortSignal; onRetry: OnRetry },
  ): Promise<PageBody> {
    const { baseUrl } = credentials;
    const [defaultSpelling, otherSpelling] = serviceSpellings;
    const first = this.#spellings.get(baseUrl) ?? defaultSpelling;
    const postIn = (spelling: ServiceSpelling) =>
      this.#retry(() => this.#post(credentials, spelling, query, context.signal), context);
    try {
      return await postIn(first);
    } catch (error) {
      if (!(error instanceof FailedAttempt) || !error.isUnknownAddress) throw error;
    }
    const second = first === defaultSpelling ? otherSpelling : defaultSpelling;
    const body = await postIn(second);
    this.#spellings.set(baseUrl, second);
    return body;
  }

  /** Repeats an attempt while its fault may pass. @throws FailedAttempt of the last attempt. */
  async #retry<Value>(
    attempt: () => Promise<Value>,
    { signal, onRetry }: { signal: AbortSignal; onRetry: OnRetry },
  ): Promise<Value> {
    for (let retries = 0; ; retries++) {
      try {
        return await attempt();
      } catch (error) {
        const mayPass = error instanceof FailedAttempt && error.mayPass;
        if (!mayPass || retries === maximumRetries) throw error;
        // At least half of the delay is kept, so that a retry never follows at once.
        const backoff = this.#firstRetryDelay * 2 ** retries * (0.5 + Math.random() / 2);
        const wait = Math.min(Math.max(backoff, error.retryAfter), this.#maximumRetryAfter);
        onRetry({ at: Date.now() + wait, reason: error.reason });
        await delay(wait, undefined, { signal });
      }
    }
  }

  /** @throws FailedAttempt */
  async #post(
    { baseUrl, apiKey }: Credentials,
    spelling: ServiceSpelling,
    { records = 'tenants', ...query }: PageQuery,
    signal: AbortSignal,
  ): Promise<PageBody> {
    const request = {
      url: endpointUrl(baseUrl, spelling, records),
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        Authorization: `Bearer ${apiKey}`,
      },
      body: JSON.stringify(toWireRequest(query)),
      signal,
    };
    let answer: Answer;
    try {
      answer = await post(this.#fetch, request, this.#limits);
    } catch (error) {
      throw error instanceof AppError ? failedRequest(error) : error;
    }
    const failure = failureOf(answer, { records, hasCursor: hasCursor(query) });
    if (failure !== null) throw failure;
    const page = answer.body ?? new Uint8Array();
    // Rows are shown, saved and exported. A shorter key can appear in them by chance.
    if (apiKey.length >= shortestDistinctKey && jsonContains(page, apiKey)) {
      throw new FailedAttempt(
        new AppError({ code: 'not_this_api', message: 'The answer contains the key' }),
      );
    }
    return page;
  }
}

function hasCursor({ paging }: TenantQuery): boolean {
  return paging.after !== undefined || paging.before !== undefined;
}
