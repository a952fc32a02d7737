import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** A running proxy on loopback that demands a user name and a password. */
export interface ProxyServer {
  /** Start the app with these arguments to send its requests through the proxy. */
  args: string[];
  /** How many requests it has passed on, and how many it has refused. */
  counts: { passed: number; refused: number };
  /** From now on, the proxy accepts only this password. */
  setPassword: (password: string) => void;
  close: () => Promise<void>;
}

/** Starts an HTTP proxy that asks for credentials with the scheme Basic: https://www.rfc-editor.org/rfc/rfc7617 */
export async function startProxy(userName: string, password: string): Promise<ProxyServer> {
  const counts = { passed: 0, refused: 0 };
  let accepted = password;
  const server = createServer((received, answer) => {
    const expected = `Basic ${Buffer.from(`${userName}:${accepted}`).toString('base64')}`;
    if (received.headers['proxy-authorization'] === expected) {
      counts.passed++;
      passOn(received, answer);
      return;
    }
    counts.refused++;
    received.resume();
    answer.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="Company", charset="UTF-8"' });
    answer.end('Proxy Authentication Required');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    // Chromium sends requests to loopback past a proxy unless the second switch says otherwise.
    args: [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    counts,
    setPassword: (changed) => {
      accepted = changed;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Sends a request to the server that it names, without the credentials for the proxy. */
function passOn(received: IncomingMessage, answer: ServerResponse): void {
  const { 'proxy-authorization': _, ...headers } = received.headers;
  const { method, url = '' } = received;
  const passed = request(url, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  received.pipe(passed);
}
