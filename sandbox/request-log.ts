import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request as it came. */
export interface SandboxRequest {
  /** ISO 8601, UTC. */
  time: string;
  method: string;
  path: string;
  /** All but `authorization`: a log holds no key. */
  headers: Omit<IncomingHttpHeaders, 'authorization'>;
  /** Whether the right key came with it. */
  authorized: boolean;
  /** The parsed body, or its text when it is not JSON. */
  body: unknown;
}

/** Notes down a request whose `body` has been read. */
export function makeLogEntry(
  request: IncomingMessage,
  body: string,
  apiKey: string,
): SandboxRequest {
  const { authorization, ...headers } = request.headers;
  return {
    time: new Date().toISOString(),
    method: request.method ?? '',
    path: request.url ?? '',
    headers,
    authorized: authorization === `Bearer ${apiKey}`,
    body: parseIfJson(body),
  };
}

function parseIfJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
