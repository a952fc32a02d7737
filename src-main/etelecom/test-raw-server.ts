import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { Credentials } from './client.ts';

interface RawServer extends Credentials, AsyncDisposable {
  /** How many requests were received. */
  requests: () => number;
}

/** Starts a server that answers each request with bytes of the test's choice, which need not be HTTP. For tests only. */
export async function startRawServer(
  answer: (socket: Socket, request: number) => void,
): Promise<RawServer> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // The client closes the connection of an answer that it refuses.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      if (data.includes('POST ')) answer(socket, ++requests);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1/partner`,
    apiKey: 'raw-server-key',
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Returns an answer as it is sent, with a length and `Connection: close`. For tests only. */
export function rawAnswer(
  body: string | Uint8Array,
  { status = 200, headers = '' }: { status?: number | string; headers?: string } = {},
): Buffer {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 ${status} Status\r\nContent-Length: ${bytes.length}\r\nConnection: close\r\n`;
  return Buffer.concat([Buffer.from(`${head}${headers}\r\n`), bytes]);
}
