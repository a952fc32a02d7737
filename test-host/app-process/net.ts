import { Readable } from 'node:stream';
import type { App } from './app.ts';
import { strict, StrictEmitter } from './strict.ts';

/** `electron.net`, with Node's `fetch`: without the system's proxy and certificates and without Chromium's error names. */
export function createNet(app: App) {
  return strict('electron.net', {
    request: ({ url, ...options }: RequestInit & { url: string }) => {
      if (!app.isReady()) throw new Error('net.request can only be used after app is ready');
      return strict('electron.ClientRequest', new ClientRequest(url, options));
    },
  });
}

/** `electron.ClientRequest` for a request whose body is sent at once. */
class ClientRequest extends StrictEmitter {
  readonly setHeader: (name: string, value: string) => void;
  readonly abort: () => void;
  readonly end: (body: string) => void;

  // The methods are bound to the constructor, because `this` would otherwise be the strict proxy.
  constructor(url: string, options: RequestInit) {
    super('electron.ClientRequest', ['response', 'error']);
    const headers = new Headers();
    const controller = new AbortController();
    this.setHeader = (name, value) => headers.set(name, value);
    this.abort = () => controller.abort();
    this.end = (body) => {
      fetch(url, { ...options, headers, body, signal: controller.signal }).then(
        (response) => this.emit('response', toMessage(response)),
        (error: unknown) => this.emit('error', error),
      );
    };
  }
}

/** Converts a response to an `electron.IncomingMessage`, which is a stream. */
function toMessage({ status, headers, body }: Response) {
  const fields = { statusCode: status, headers: Object.fromEntries(headers) };
  return Object.assign(Readable.from(body ?? []), fields);
}
