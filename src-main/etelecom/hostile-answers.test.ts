import { once } from 'node:events';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { EtelecomClient } from './client.ts';
import { rawAnswer, startRawServer } from './test-raw-server.ts';

const page = '{"paging":{"limit":100,"next":""},"tenants":[{"id":"1","name":"Tổng đài Đà Nẵng"}]}';
const json = 'Content-Type: application/json\r\n';
const maximumBytes = 100_000;

/** Asks for one page. Returns the names, or the error's code, and how many requests were made. */
async function ask(answer: (socket: Socket, request: number) => void, timeout = 5_000) {
  await using server = await startRawServer(answer);
  const client = new EtelecomClient({
    fetch,
    timeout,
    maximumDuration: 2 * timeout,
    maximumBytes,
    firstRetryDelay: 1,
  });
  const query = { filter: {}, paging: { limit: 100 } } as const;
  try {
    const { tenants } = await client.listTenants(server, query, new AbortController().signal);
    return { outcome: tenants.map(({ name }) => name).join(), requests: server.requests() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    return { outcome: code, requests: server.requests() };
  }
}

const sends =
  (...answer: Parameters<typeof rawAnswer>) =>
  (socket: Socket) =>
    socket.end(rawAnswer(...answer));

describe('an answer', () => {
  const name = 'Tổng đài Đà Nẵng';
  it.each([
    ['of another content type', sends(page, { headers: 'Content-Type: text/html\r\n' }), name],
    ['without a content type', sends(page), name],
    ['with a byte order mark', sends(`\uFEFF${page}`, { headers: json }), name],
    ['with spaces around it', sends(` \r\n\t${page}\n `, { headers: json }), name],
    ['in gzip', sends(gzipSync(page), { headers: 'Content-Encoding: gzip\r\n' }), name],
    [
      'with a key twice, of which the last counts',
      sends(page.replace('"id"', '"name":"A","id"')),
      name,
    ],
    [
      'with a list twice, of which the last counts',
      sends(`{"tenants":[{"id":"2","name":"A"}],${page.slice(1)}`),
      name,
    ],
    ['with unknown members', sends(page.replace('{', '{"server":{"version":[1,[2]]},')), name],
  ])('%s is read', async (_name, answer, expected) => {
    expect(await ask(answer)).toEqual({ outcome: expected, requests: 1 });
  });
});

describe('the error code', () => {
  /** Attempts, if another one may help and if not. */
  const [again, once] = [4, 1];
  const utf16 = Buffer.from(`\uFEFF${page}`, 'utf16le');
  const bytesOfLatin1 = Buffer.from(
    '{"paging":{"limit":1},"tenants":[{"id":"1","name":"\xe0"}]}',
    'latin1',
  );
  const halfCharacter = Buffer.from(page);
  halfCharacter[page.indexOf('N')] = 0xc3;
  it.each<[string, (socket: Socket) => void, ErrorCode, number]>([
    ['no body', sends('', { headers: json }), 'not_this_api', again],
    ['truncated JSON', sends(page.slice(0, -9), { headers: json }), 'not_this_api', again],
    [
      'a sign-in page',
      sends('<html>Wi-Fi</html>', { headers: 'Content-Type: text/html\r\n' }),
      'not_this_api',
      again,
    ],
    [
      'a sign-in page that says it is JSON',
      sends('<html>', { headers: json }),
      'not_this_api',
      again,
    ],
    ['JSON that ends after a row', sends(page.slice(0, -2)), 'not_this_api', again],
    ['UTF-16', sends(utf16, { headers: json }), 'not_this_api', again],
    ['UTF-16 without a mark', sends(utf16.subarray(2)), 'not_this_api', again],
    ['Latin-1', sends(bytesOfLatin1, { headers: json }), 'not_this_api', once],
    ['half a character', sends(halfCharacter), 'not_this_api', once],
    [
      'a body that is not gzip',
      sends(page, { headers: 'Content-Encoding: gzip\r\n' }),
      'not_this_api',
      once,
    ],
    ['a number as JSON', sends('1'), 'not_this_api', again],
    ['an object of another API', sends('{"status":"ok"}'), 'not_this_api', again],
    ['null instead of rows', sends('{"tenants":null}'), 'answer_incomplete', again],
    ['part of the rows', sends(page, { status: 206 }), 'answer_incomplete', once],
    ['no content', sends('', { status: 204 }), 'not_this_api', once],
    ['a page that is not changed', sends('', { status: 304 }), 'not_this_api', once],
    ['a proxy to use', sends('', { status: 305 }), 'not_this_api', once],
    [
      'a page elsewhere',
      sends('', { status: 307, headers: 'Location: http://127.0.0.1:9/\r\n' }),
      'redirected',
      once,
    ],
    [
      'another protocol',
      sends('', { status: 101, headers: 'Upgrade: foo\r\nConnection: Upgrade\r\n' }),
      'not_this_api',
      once,
    ],
    ['a proxy that wants a password', sends('', { status: 407 }), 'proxy_failed', once],
    ['a sign-in that the network requires', sends('<html>', { status: 511 }), 'not_this_api', once],
    ['a status of 600', sends(page, { status: 600 }), 'not_this_api', once],
    ['a status of 999', sends('{"code":"x","msg":"y"}', { status: 999 }), 'not_this_api', once],
    ['an impossible status', sends(page, { status: '099' }), 'not_this_api', once],
    ['SSH', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'not_this_api', once],
    ['no byte', (socket) => socket.end(), 'unreachable', again],
    ['a reset', (socket) => socket.resetAndDestroy(), 'unreachable', again],
    [
      'headers without an end',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nX: '),
      'timed_out',
      again,
    ],
    [
      'large headers',
      sends(page, { headers: `X: ${'x'.repeat(100_000)}\r\n` }),
      'answer_too_large',
      once,
    ],
  ])('is right for %s', async (_name, answer, code, requests) => {
    const timeout = code === 'timed_out' ? 300 : undefined;
    expect(await ask(answer, timeout)).toEqual({ outcome: code, requests });
  });

  it('is right for a connection that is reset after any part of the answer', async () => {
    const whole = rawAnswer(page, { headers: json });
    const cuts = [1, 8, 13, 20, whole.indexOf('\r\n\r\n') + 1, whole.length - page.length];
    for (const cut of [...cuts, whole.length - 1]) {
      const answer = (socket: Socket) =>
        socket.write(whole.subarray(0, cut), () => setImmediate(() => socket.resetAndDestroy()));
      expect(await ask(answer), `after ${cut} bytes`).toEqual({
        outcome: 'unreachable',
        requests: 4,
      });
    }
  });
});

describe('an answer that does not end', () => {
  const head = 'HTTP/1.1 200 OK\r\nConnection: close\r\n';
  const filler = Buffer.alloc(16_000, '{"a":"');

  /** Sends `part` until the client closes the connection. Returns how many bytes were accepted. */
  async function pour(socket: Socket, headers: string, part: Uint8Array): Promise<number> {
    socket.write(headers);
    for (let parts = 0; parts < 2_000 && !socket.destroyed; parts++) {
      // The client may reset the connection.
      const isFree = () => Promise.race([once(socket, 'drain'), once(socket, 'close')]);
      if (!socket.write(part)) await isFree().catch(() => undefined);
    }
    return socket.bytesWritten;
  }

  it('is refused once it has too many bytes, and the connection is closed', async () => {
    const poured: Promise<number>[] = [];
    const asked = await ask((socket) => poured.push(pour(socket, `${head}\r\n`, filler)));
    expect(asked).toEqual({ outcome: 'answer_too_large', requests: 1 });
    // What the system's buffers hold comes on top.
    expect(await poured[0]).toBeLessThan(100 * maximumBytes);
  });

  it('is refused if it is small before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    expect(bomb.length).toBeLessThan(maximumBytes);
    const asked = await ask(sends(bomb, { headers: 'Content-Encoding: gzip\r\n' }));
    expect(asked).toEqual({ outcome: 'answer_too_large', requests: 1 });
  });

  it('is refused if it is packed twice', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(50_000_000, 0x20)));
    const asked = await ask(sends(bomb, { headers: 'Content-Encoding: gzip, gzip\r\n' }));
    expect(asked).toEqual({ outcome: 'answer_too_large', requests: 1 });
  });

  it.each(['', 'Content-Encoding: gzip\r\n'])(
    'is read only in part if it is an error’s body %s',
    async (encoding) => {
      const body = Buffer.alloc(2_000_000, '{"code":"unauthenticated","msg":"');
      const packed = encoding === '' ? body : gzipSync(body);
      const asked = await ask(sends(packed, { status: 403, headers: encoding }));
      expect(asked).toEqual({ outcome: 'no_permission', requests: 1 });
    },
  );

  it('is refused if it stops, after the headers and in the middle', async () => {
    const { body, headers } = { body: page.slice(0, 20), headers: `${head}\r\n` };
    for (const sent of [headers, headers + body]) {
      expect((await ask((socket) => socket.write(sent), 30)).outcome).toBe('timed_out');
    }
  });

  it('is refused if it drips, although it never stops', async () => {
    const timers: NodeJS.Timeout[] = [];
    const drip = (socket: Socket) => {
      socket.write(`${head}\r\n{`);
      timers.push(setInterval(() => socket.write(' '), 20));
    };
    const { outcome } = await ask(drip, 300);
    for (const timer of timers) clearInterval(timer);
    expect(outcome).toBe('timed_out');
  });

  it('needs no more memory in parts of one byte', async () => {
    const part = Buffer.from('1\r\n \r\n'.repeat(2_000));
    const headers = `${head}Transfer-Encoding: chunked\r\n\r\n`;
    const asked = await ask((socket) => void pour(socket, headers, part));
    expect(asked).toEqual({ outcome: 'answer_too_large', requests: 1 });
  });
});
