import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A logged request. */
export interface SandboxRequest {
  /** ISO 8601, UTC. */
  time: string;
  method: string;
  path: string;
  /** Without `authorization`, so that the log contains no key. */
  headers: Omit<IncomingHttpHeaders, 'authorization'>;
  /** Whether the request had the right key. */
  authorized: boolean;
  /** The parsed body, or its text if it is not JSON. */
  body: unknown;
}

/** Returns the log entry of a request whose `body` has been read. */
export function createLogEntry(
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
