import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { answerWithFault, sendJson } from './answer-with-fault.ts';
import { createList } from './create-list.ts';
import type { SandboxList } from './create-list.ts';
import { ApiError } from './errors.ts';
import { dueAt } from './faults.ts';
import type { Faults } from './faults.ts';
import { listWithFaults } from './list-with-faults.ts';
import { createLogEntry } from './request-log.ts';
import type { SandboxRequest } from './request-log.ts';
import type { SortField } from './sort.ts';
import type { ListRequest, SandboxRow } from './wire.ts';

interface ListCallOptions<Row> {
  /** The member of a response that holds the rows. */
  member: 'tenants' | 'hotlines';
  paths: readonly string[];
  apiKey: string;
  sortFields: readonly SortField[];
  parseRequest: (body: string) => ListRequest;
  /** `undefined` if the server has no such call. */
  rows: readonly Row[] | undefined;
  faults: Faults | undefined;
}

/** A call of the API that lists rows. It has its own faults and its own log. */
export class ListCall<Row extends SandboxRow> {
  /** All requests since the start, oldest first. */
  readonly requests: SandboxRequest[] = [];
  readonly #options: ListCallOptions<Row>;
  #list: SandboxList<Row> | undefined;
  #faults: Faults;
  #requestsUnderFaults = 0;

  constructor(options: ListCallOptions<Row>) {
    this.#options = options;
    this.#faults = options.faults ?? {};
    this.setRows(options.rows);
  }

  /** All rows as they are now, in no particular order; `undefined` if the server has no such call. */
  get rows(): readonly Row[] | undefined {
    return this.#list?.rows;
  }

  /** Replaces the rows. `undefined` removes the call from the server. */
  setRows(rows: readonly Row[] | undefined): void {
    this.#list = rows && createList(rows, this.#options.sortFields);
  }

  /** Replaces all faults and starts counting requests at 1 again. */
  setFaults(faults: Faults): void {
    this.#faults = faults;
    this.#requestsUnderFaults = 0;
  }

  /**
   * Logs a request and responds to it.
   *
   * @throws {ApiError} if the request is refused. The caller responds then.
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { member, paths, apiKey, parseRequest } = this.#options;
    const body = await readText(request);
    this.requests.push(createLogEntry(request, body, apiKey));
    this.#requestsUnderFaults += 1;
    const due = dueAt(this.#requestsUnderFaults);
    const faults = this.#faults;

    const latency = due(faults.latency);
    // Unreferenced, so that the timer does not keep the process alive after the sandbox was closed.
    if (latency) await delay(latency.milliseconds, undefined, { ref: false });
    if (answerWithFault(faults, due, response)) return;

    if (this.#list === undefined) throw noHandler(request);
    checkRoute(request, paths);
    checkKey(request, apiKey);
    const { paging, rows } = listWithFaults(this.#list, parseRequest(body), faults, due);
    sendJson(response, 200, { paging, [member]: rows });
  }
}

/** Twirp responds with `bad_route` to a wrong method, path or content type. */
function checkRoute(request: IncomingMessage, paths: readonly string[]): void {
  const { method, url, headers } = request;
  if (!paths.includes(url ?? '')) throw noHandler(request);
  if (method !== 'POST') {
    throw new ApiError('bad_route', `unsupported method "${method}" (only POST is allowed)`);
  }
  const type = headers['content-type'] ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new ApiError('bad_route', `unexpected Content-Type: "${type}"`);
  }
}

function noHandler({ url }: IncomingMessage): ApiError {
  return new ApiError('bad_route', `no handler for path "${url}"`);
}

function checkKey({ headers }: IncomingMessage, apiKey: string): void {
  if (headers.authorization === `Bearer ${apiKey}`) return;
  throw new ApiError('unauthenticated', 'Mã xác thực không hợp lệ hoặc đã hết hạn');
}
