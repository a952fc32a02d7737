import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, errorBody } from './errors.ts';
import { answerWithFault, sendJson } from './fault-answers.ts';
import { listWithFaults } from './fault-pages.ts';
import { dueAt } from './faults.ts';
import type { Faults } from './faults.ts';
import { generateTenants } from './generate.ts';
import { tenantLister } from './list-tenants.ts';
import { makeLogEntry } from './request-log.ts';
import type { SandboxRequest } from './request-log.ts';
import { sortFields as allSortFields } from './sort.ts';
import type { SortField } from './sort.ts';
import { parseRequest } from './wire.ts';
import type { SandboxTenant } from './wire.ts';

export interface SandboxOptions {
  /** The one bearer key that is let in. */
  apiKey: string;
  /** How many to generate (2500 unless told), or the tenants themselves. */
  tenants?: number | readonly SandboxTenant[];
  /** For the generated tenants; 1 unless told. */
  seed?: number;
  /** 0, any free port, unless told. */
  port?: number;
  /** `/v1/partner` unless told. */
  basePath?: string;
  /** The public API page spells the service both ways; `Etelecom` unless told, the other one gets a 404. */
  serviceSpelling?: 'Etelecom' | 'ETelecom' | 'both';
  /** The fields that may be sorted by, all unless told; the real list is not published. */
  sortFields?: readonly SortField[];
  faults?: Faults;
}

export interface Sandbox extends AsyncDisposable {
  /** What a client is given: `http://127.0.0.1:PORT/v1/partner`. */
  baseUrl: string;
  apiKey: string;
  /** The whole truth, in no particular order. */
  tenants: readonly SandboxTenant[];
  /** Every request since the start, oldest first; grows as they come. */
  requests: readonly SandboxRequest[];
  /** Replaces all faults, and counts requests from 1 again. */
  setFaults(faults: Faults): void;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

/**
 * Starts the API on 127.0.0.1.
 * @throws {Error} Node's own, as `EADDRINUSE`, when the port cannot be had
 * @throws {RangeError} for an impossible number of tenants
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { apiKey, basePath = '/v1/partner', serviceSpelling = 'Etelecom' } = options;
  const { tenants: wanted = 2500, seed = 1, sortFields = allSortFields } = options;
  const tenants = typeof wanted === 'number' ? generateTenants({ count: wanted, seed }) : wanted;
  const list = tenantLister(tenants, sortFields);
  const spellings = serviceSpelling === 'both' ? ['Etelecom', 'ETelecom'] : [serviceSpelling];
  const paths = spellings.map((spelling) => `${basePath}.${spelling}/GetPartnerTenantList`);

  const requests: SandboxRequest[] = [];
  let faults = options.faults ?? {};
  let requestsUnderFaults = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readText(request);
    requests.push(makeLogEntry(request, body, apiKey));
    requestsUnderFaults += 1;
    const due = dueAt(requestsUnderFaults);
    const current = faults;

    const latency = due(current.latency);
    // Without a reference, so that a closed sandbox does not keep the process alive.
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
    tenants,
    requests,
    setFaults(next) {
      faults = next;
      requestsUnderFaults = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Twirp answers `bad_route` for method, path and content type alike. */
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
