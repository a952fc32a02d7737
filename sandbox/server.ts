import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { ApiError, errorBody } from './errors.ts';
import { sendJson } from './answer-with-fault.ts';
import type { Faults } from './faults.ts';
import { generateHotlines } from './generate-hotlines.ts';
import { generateTenants } from './generate.ts';
import { ListCall } from './list-call.ts';
import type { SandboxRequest } from './request-log.ts';
import { sortFields as allSortFields } from './sort.ts';
import type { SortField } from './sort.ts';
import { parseHotlineRequest, parseRequest } from './wire.ts';
import type { SandboxHotline, SandboxTenant } from './wire.ts';

export interface SandboxOptions {
  /** The only bearer key that is accepted. */
  apiKey: string;
  /** The number of tenants to generate (default 2500), or the tenants themselves. */
  tenants?: number | readonly SandboxTenant[];
  /**
   * The number of hotlines to generate, or the hotlines themselves. Default `undefined`: the server does not have the call
   * and responds to it like to any unknown path.
   */
  hotlines?: number | readonly SandboxHotline[] | undefined;
  /** The seed of the generated tenants and hotlines; default 1. */
  seed?: number;
  /** Default 0: any free port. */
  port?: number;
  /** Default `/v1/partner`. */
  basePath?: string;
  /** The public API page spells the service both ways. Default `Etelecom`; the other spelling gets a 404. */
  serviceSpelling?: 'Etelecom' | 'ETelecom' | 'both';
  /** The fields that can be sorted by; default all. The real list is not published. */
  sortFields?: readonly SortField[];
  /** The faults of the call for tenants and of unknown paths. */
  faults?: Faults;
  /** The faults of the call for hotlines. They also apply if the server does not have it. */
  hotlineFaults?: Faults;
}

export interface Sandbox extends AsyncDisposable {
  /** The base URL for clients: `http://127.0.0.1:PORT/v1/partner`. */
  baseUrl: string;
  apiKey: string;
  /** All tenants as they are now, in no particular order and without faults. */
  readonly tenants: readonly SandboxTenant[];
  /** All hotlines as they are now, in no particular order; `undefined` if the server does not have the call. */
  readonly hotlines: readonly SandboxHotline[] | undefined;
  /** All requests since the start except those for hotlines, oldest first. The array grows with every request. */
  requests: readonly SandboxRequest[];
  /** All requests for hotlines since the start, oldest first, also if the server does not have the call. */
  hotlineRequests: readonly SandboxRequest[];
  /** Replaces the list, between two requests. Cursors stay valid. The hotlines stay as they are. */
  setTenants(next: readonly SandboxTenant[]): void;
  /** Replaces the hotlines, between two requests. `undefined` removes the call from the server. */
  setHotlines(next: readonly SandboxHotline[] | undefined): void;
  /** Replaces all faults of the call for tenants and starts counting its requests at 1 again. */
  setFaults(faults: Faults): void;
  /** Replaces all faults of the call for hotlines and starts counting its requests at 1 again. */
  setHotlineFaults(faults: Faults): void;
  /** Closes all connections, including hanging ones. */
  close(): Promise<void>;
}

/**
 * Starts the API on 127.0.0.1.
 *
 * @throws {Error} an error of Node, such as `EADDRINUSE`, if the port is not available.
 * @throws {RangeError} if the number of tenants or hotlines is out of range.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { apiKey, basePath = '/v1/partner', serviceSpelling = 'Etelecom' } = options;
  const { tenants: wanted = 2500, hotlines, seed = 1, sortFields = allSortFields } = options;
  const tenants = typeof wanted === 'number' ? generateTenants({ count: wanted, seed }) : wanted;
  const spellings = serviceSpelling === 'both' ? ['Etelecom', 'ETelecom'] : [serviceSpelling];
  const pathsOf = (method: string) =>
    spellings.map((spelling) => `${basePath}.${spelling}/${method}`);

  const tenantCall = new ListCall<SandboxTenant>({
    member: 'tenants',
    paths: pathsOf('GetPartnerTenantList'),
    apiKey,
    sortFields,
    parseRequest,
    rows: tenants,
    faults: options.faults,
  });
  const hotlineCall = new ListCall<SandboxHotline>({
    member: 'hotlines',
    paths: pathsOf('GetPartnerHotlineList'),
    apiKey,
    // Hotlines have no domain.
    sortFields: sortFields.filter((field) => field !== 'domain'),
    parseRequest: parseHotlineRequest,
    rows:
      typeof hotlines === 'number'
        ? generateHotlines({ count: hotlines, seed, tenants })
        : hotlines,
    faults: options.hotlineFaults,
  });

  const server = createServer((request, response) => {
    // In any spelling of the service, so that a request for hotlines never counts as one for tenants.
    const isForHotlines = request.url?.endsWith('/GetPartnerHotlineList') === true;
    const call = isForHotlines ? hotlineCall : tenantCall;
    call.answer(request, response).catch((error: unknown) => {
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
      return tenantCall.rows ?? [];
    },
    get hotlines() {
      return hotlineCall.rows;
    },
    requests: tenantCall.requests,
    hotlineRequests: hotlineCall.requests,
    setTenants: (next) => tenantCall.setRows(next),
    setHotlines: (next) => hotlineCall.setRows(next),
    setFaults: (faults) => tenantCall.setFaults(faults),
    setHotlineFaults: (faults) => hotlineCall.setFaults(faults),
    close,
    [Symbol.asyncDispose]: close,
  };
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
