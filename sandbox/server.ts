import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, errorBody } from './errors.ts';
import { answerWithFault, sendJson } from './answer-with-fault.ts';
import { listWithFaults } from './list-with-faults.ts';
import { dueAt } from './faults.ts';
import type { Faults } from './faults.ts';
import { generateTenants } from './generate.ts';
import { createTenantList } from './list-tenants.ts';
import { createLogEntry } from './request-log.ts';
import type { SandboxRequest } from './request-log.ts';
import { sortFields as allSortFields } from './sort.ts';
import type { SortField } from './sort.ts';
import { parseRequest } from './wire.ts';
import type { SandboxTenant } from './wire.ts';

export interface SandboxOptions {
  /** The only bearer key that is accepted. */
  apiKey: string;
  /** The number of tenants to generate (default 2500), or the tenants themselves. */
  tenants?: number | readonly SandboxTenant[];
  /** The seed of the generated tenants; default 1. */
  seed?: number;
  /** Default 0: any free port. */
  port?: number;
  /** Default `/v1/partner`. */
  basePath?: string;
  /** The public API page spells the service both ways. Default `Etelecom`; the other spelling gets a 404. */
  serviceSpelling?: 'Etelecom' | 'ETelecom' | 'both';
  /** The fields that can be sorted by; default all. The real list is not published. */
  sortFields?: readonly SortField[];
  faults?: Faults;
}

export interface Sandbox extends AsyncDisposable {
  /** The base URL for clients: `http://127.0.0.1:PORT/v1/partner`. */
  baseUrl: string;
  apiKey: string;
  /** All tenants as they are now, in no particular order and without faults. */
  readonly tenants: readonly SandboxTenant[];
  /** All requests since the start, oldest first. The array grows with every request. */
  requests: readonly SandboxRequest[];
  /** Replaces the list, between two requests. Cursors stay valid. */
  setTenants(next: readonly SandboxTenant[]): void;
  /** Replaces all faults and starts counting requests at 1 again. */
  setFaults(faults: Faults): void;
  /** Closes all connections, including hanging ones. */
  close(): Promise<void>;
}

/**
 * Starts the API on 127.0.0.1.
 *
 * @throws {Error} an error of Node, such as `EADDRINUSE`, if the port is not available.
 * @throws {RangeError} if the number of tenants is out of range.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { apiKey, basePath = '/v1/partner', serviceSpelling = 'Etelecom' } = options;
  const { tenants: wanted = 2500, seed = 1, sortFields = allSortFields } = options;
  let tenants = typeof wanted === 'number' ? generateTenants({ count: wanted, seed }) : wanted;
  let list = createTenantList(tenants, sortFields);
  const spellings = serviceSpelling === 'both' ? ['Etelecom', 'ETelecom'] : [serviceSpelling];
  const paths = spellings.map((spelling) => `${basePath}.${spelling}/GetPartnerTenantList`);

  const requests: SandboxRequest[] = [];
  let faults = options.faults ?? {};
  let requestsUnderFaults = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readText(request);
    requests.push(createLogEntry(request, body, apiKey));
    requestsUnderFaults += 1;
    const due = dueAt(requestsUnderFaults);
    const current = faults;

    const latency = due(current.latency);
    // Unreferenced, so that the timer does not keep the process alive after the sandbox was closed.
    if (latency) await delay(latency.milliseconds, undefined, { ref: false });
    if (answerWithFault(current, due, response)) return;

    checkRoute(request, paths);
    checkKey(request, apiKey);
    sendJson(response, 200, listWithFaults(list, tenants, parseRequest(body), current, due));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      sendError(response, error);
    });
  });
  const port = await listen(server, options.port ?? 0);

  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}${basePath}`,
    apiKey,
    get tenants() {
      return tenants;
    },
    requests,
    setTenants(next) {
      tenants = next;
      list = createTenantList(tenants, sortFields);
    },
    setFaults(next) {
      faults = next;
      requestsUnderFaults = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Twirp responds with `bad_route` to a wrong method, path or content type. */
function checkRoute({ method, url, headers }: IncomingMessage, paths: readonly string[]): void {
  if (!paths.includes(url ?? '')) throw new ApiError('bad_route', `no handler for path "${url}"`);
  if (method !== 'POST') {
    throw new ApiError('bad_route', `unsupported method "${method}" (only POST is allowed)`);
  }
  const type = headers['content-type'] ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new ApiError('bad_route', `unexpected Content-Type: "${type}"`);
  }
}

function checkKey({ headers }: IncomingMessage, apiKey: string): void {
  if (headers.authorization === `Bearer ${apiKey}`) return;
  throw new ApiError('unauthenticated', 'Mã xác thực không hợp lệ hoặc đã hết hạn');
}

function sendError(response: ServerResponse, error: unknown): void {
  const known = error instanceof ApiError ? error : new ApiError('internal', String(error));
  sendJson(response, known.status, errorBody(known.code, known.message));
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
  return address.port;
}
