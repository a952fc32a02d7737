import { request, type IncomingMessage } from 'node:http';

/** `electron.AuthInfo` */
interface AuthInfo {
  isProxy: true;
  scheme: 'basic';
  host: string;
  port: number;
  realm: string;
}

interface ProxiedRequest {
  url: string;
  method: string;
  headers: Headers;
  body: string;
  signal: AbortSignal;
  /** Returns the user name and the password for the proxy; `null` cancels the authentication. */
  logIn: (proxy: AuthInfo) => Promise<readonly [string, string] | null>;
}

/**
 * Sends requests to `http:` addresses through the proxy of Chromium's switch `--proxy-server`. Like Chromium, it repeats a
 * request that the proxy refuses for its credentials, and remembers accepted credentials.
 */
export class ProxyClient {
  readonly #host: string;
  readonly #port: number;
  #accepted: string | null = null;

  /** @param address the value of the switch: host and port. */
  constructor(address: string) {
    const { hostname, port } = new URL(`http://${address}`);
    this.#host = hostname;
    this.#port = Number(port);
  }

  async send(sent: ProxiedRequest): Promise<IncomingMessage> {
    for (let credentials = this.#accepted; ;) {
      const response = await this.#sendOnce(sent, credentials);
      if (response.statusCode !== 407) {
        this.#accepted = credentials;
        return response;
      }
      if (this.#accepted === credentials) this.#accepted = null;
      const realm = /realm="([^"]*)"/.exec(response.headers['proxy-authenticate'] ?? '')?.[1] ?? '';
      const proxy = { host: this.#host, port: this.#port, realm };
      const login = await sent.logIn({ isProxy: true, scheme: 'basic', ...proxy });
      if (login === null) return response;
      response.resume();
      credentials = `Basic ${Buffer.from(login.join(':')).toString('base64')}`;
    }
  }

  #sendOnce(
    { url, method, headers, body, signal }: ProxiedRequest,
    credentials: string | null,
  ): Promise<IncomingMessage> {
    const client = request({
      ...{ host: this.#host, port: this.#port, path: url, method, signal },
      headers: {
        ...Object.fromEntries(headers),
        ...(credentials !== null && { 'proxy-authorization': credentials }),
      },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      client.on('response', resolve);
      client.on('error', reject);
    });
    client.end(body);
    return answered;
  }
}
