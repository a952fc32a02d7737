import { Readable } from 'node:stream';
import type { App } from './app.ts';
import { ProxyClient } from './proxy-client.ts';
import { strict, StrictEmitter } from './strict.ts';

/**
 * `electron.net`, with Node's `fetch`: without the system's proxy and certificates and without Chromium's error names. Only
 * the proxy of the switch `--proxy-server` is used.
 */
export function createNet(app: App) {
  const proxyServer = app.commandLine.getSwitchValue('proxy-server');
  const proxy = proxyServer === '' ? null : new ProxyClient(proxyServer);
  return strict('electron.net', {
    request: ({ url, protocol, hostname, port, path, headers, ...options }: RequestOptions) => {
      if (!app.isReady()) throw new Error('net.request can only be used after app is ready');
      const host = port === undefined ? hostname : `${hostname}:${port}`;
      const address = url ?? `${protocol}//${host}${path}`;
      const request = new ClientRequest(address, options, proxy);
      for (const [name, value] of Object.entries(headers ?? {})) request.setHeader(name, value);
      return strict('electron.ClientRequest', request);
    },
  });
}

/** Electron accepts an address as a whole or in parts. */
interface RequestOptions extends Pick<RequestInit, 'method' | 'redirect'> {
  url?: string;
  protocol?: string;
  hostname?: string;
  port?: number | string;
  path?: string;
  headers?: Record<string, string>;
}

/** `electron.ClientRequest` for a request whose body is sent at once. */
class ClientRequest extends StrictEmitter {
  readonly setHeader: (name: string, value: string) => void;
  readonly abort: () => void;
  readonly end: (body?: string) => void;

  // The methods are bound to the constructor, because `this` would otherwise be the strict proxy.
  constructor(url: string, options: RequestInit, proxy: ProxyClient | null) {
    super('electron.ClientRequest', [
      ...['response', 'error', 'login'],
      // Of a server that redirects or gives up, and of Node's requests. They never happen here.
      ...['redirect', 'aborted', 'socket'],
    ]);
    const headers = new Headers();
    const controller = new AbortController();
    const { signal } = controller;
    this.setHeader = (name, value) => headers.set(name, value);
    this.abort = () => controller.abort();
    const send = async (body = '') => {
      if (proxy === null) {
        const content = body === '' ? null : body;
        const response = await fetch(url, { ...options, headers, body: content, signal });
        return toMessage(response);
      }
      const { method = 'GET' } = options;
      const logIn = (asker: object) =>
        new Promise<readonly [string, string] | null>((resolve) => {
          const answer = (userName?: string, password?: string) =>
            resolve(userName === undefined ? null : [userName, password ?? '']);
          // Without a listener, Electron cancels the authentication.
          if (!this.emit('login', asker, answer)) answer();
        });
      const response = await proxy.send({ url, method, headers, body, signal, logIn });
      const received = Object.entries(response.headersDistinct);
      return toMessage({
        status: response.statusCode ?? 0,
        headers: received.map(([name, values = []]) => [name, values.join(', ')]),
        body: response,
      });
    };
    this.end = (body) => {
      send(body).then(
        (message) => this.emit('response', message),
        (error: unknown) => this.emit('error', error),
      );
    };
  }
}

interface Received {
  status: number;
  headers: Iterable<readonly [string, string]>;
  body: AsyncIterable<Uint8Array> | null;
}

/** Returns an `electron.IncomingMessage`, which is a stream. */
function toMessage({ status, headers, body }: Received) {
  const fields = { statusCode: status, headers: Object.fromEntries(headers) };
  return Object.assign(Readable.from(body ?? []), fields);
}
