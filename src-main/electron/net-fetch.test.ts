import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import { post } from '../etelecom/transport.ts';
import { ProxyLogin } from '../proxy/proxy-login.ts';
import { createNetFetch } from './net-fetch.ts';

/** `electron.ClientRequest`. A test emits its events. */
class TestRequest extends EventEmitter {
  readonly options: object;
  readonly headers: Record<string, string> = {};
  sent = '';
  isAborted = false;

  constructor(options: object) {
    super();
    this.options = options;
    requests.push(this);
  }

  setHeader(name: string, value: string) {
    this.headers[name] = value;
  }

  end(body: string) {
    this.sent = body;
  }

  abort() {
    this.isAborted = true;
  }

  answer(statusCode: number, { headers = {}, parts = ['a', 'b'] } = {}) {
    const body = Readable.from(parts.map((part) => Buffer.from(part)));
    this.emit('response', Object.assign(body, { statusCode, headers }));
    return body;
  }
}

const { requests } = vi.hoisted(() => ({ requests: new Array<TestRequest>() }));
vi.mock('electron', () => ({
  net: { request: (options: object) => new TestRequest(options) },
}));

const proxyLogin = new ProxyLogin(() => true);
const netFetch = createNetFetch(proxyLogin);
const proxy = { isProxy: true, host: 'proxy.test', port: 3128 };

const url = 'https://api.test/v1';
let controller = new AbortController();
beforeEach(() => {
  controller = new AbortController();
});

function send({ maximumBytes = 100, timeout = 1_000 } = {}) {
  const { signal } = controller;
  const request = { url, headers: { Accept: 'application/json' }, body: '{}', signal };
  const limits = { timeout, maximumDuration: timeout, maximumBytes };
  const answer = post(netFetch, request, limits);
  const [last = new TestRequest({})] = requests.splice(-1);
  return { answer, request: last };
}

it('sends the request without redirects, cookies and cache', async () => {
  const { answer, request } = send();
  request.answer(200, { headers: { date: 'today' } });
  const { status, headers, body } = await answer;
  expect([status, headers.get('date'), headers.get('age')]).toEqual([200, 'today', null]);
  expect(Buffer.from(body ?? []).toString()).toBe('ab');
  expect(request.options).toEqual({
    ...{ url, method: 'POST' },
    ...{ redirect: 'error', credentials: 'omit', cache: 'no-store' },
  });
  expect(request).toMatchObject({ headers: { Accept: 'application/json' }, sent: '{}' });
});

it.each([101, 199, 204, 304, 600, 999])('returns an answer with the status %i', async (status) => {
  const { answer, request } = send();
  request.answer(status, { headers: { 'x-message': 'Đang bảo trì', 'set-cookie': ['a', 'b'] } });
  const { status: returned, headers } = await answer;
  expect(returned).toBe(status);
  expect(headers.get('x-message')).toBe('Đang bảo trì');
});

it('fails if the connection is lost before or after the headers', async () => {
  const before = send();
  before.request.emit('error', new Error('net::ERR_CONNECTION_RESET'));
  await expect(before.answer).rejects.toMatchObject({ code: 'unreachable' });

  const withoutStatus = send();
  withoutStatus.request.answer(0).destroy(new Error('net::ERR_NETWORK_CHANGED'));
  await expect(withoutStatus.answer).rejects.toMatchObject({ code: 'unreachable' });

  const after = send();
  after.request.answer(200).destroy(new Error('net::ERR_NETWORK_CHANGED'));
  await expect(after.answer).rejects.toMatchObject({ code: 'unreachable' });
});

it('ends the request if its answer is too large', async () => {
  const { answer, request } = send({ maximumBytes: 1 });
  request.answer(200);
  expect(await answer).toMatchObject({ body: null });
  expect(request.isAborted).toBe(true);
});

it('ends the request if it is canceled', async () => {
  const { answer, request } = send();
  controller.abort();
  await expect(answer).rejects.toThrow('Canceled');
  expect(request.isAborted).toBe(true);
});

it('sends what the user enters to a proxy, and takes no time of the request for it', async () => {
  const { answer, request } = send({ timeout: 1 });
  const given: unknown[] = [];
  request.emit('login', proxy, (...credentials: string[]) => {
    given.push(...credentials);
    request.answer(200);
  });
  // Longer than the timeout.
  await delay(20);
  const questionId = proxyLogin.question?.questionId ?? '';
  proxyLogin.answer({ questionId, credentials: { userName: 'lan', password: 'secret' } });
  expect(await answer).toMatchObject({ status: 200 });
  expect(given).toEqual(['lan', 'secret']);
});

it('times out if nothing happens after the user has answered', async () => {
  const { answer, request } = send({ timeout: 1 });
  // The credentials are known by now.
  request.emit('login', proxy, vi.fn());
  await expect(answer).rejects.toMatchObject({ code: 'timed_out' });
});

it('fails with the reason if the user cancels the question of a proxy', async () => {
  const { answer, request } = send();
  request.emit('login', { ...proxy, host: 'canceled.test' }, vi.fn());
  const questionId = proxyLogin.question?.questionId ?? '';
  proxyLogin.answer({ questionId, credentials: null });
  await expect(answer).rejects.toMatchObject({ code: 'proxy_login_canceled' });
  expect(request.isAborted).toBe(true);
});

it('hides the question of a proxy if the request is canceled', async () => {
  const { answer, request } = send();
  proxyLogin.askAgain();
  request.emit('login', { ...proxy, host: 'slow.test' }, vi.fn());
  expect(proxyLogin.question).not.toBeNull();
  controller.abort();
  await expect(answer).rejects.toThrow('Canceled');
  await vi.waitFor(() => expect(proxyLogin.question).toBeNull());
});

it('has no password for a server that is no proxy', async () => {
  const { answer, request } = send();
  const answerLogin = vi.fn<() => void>();
  request.emit('login', { ...proxy, isProxy: false }, answerLogin);
  expect(answerLogin).toHaveBeenCalledExactlyOnceWith();
  expect(proxyLogin.question).toBeNull();
  request.answer(401);
  expect(await answer).toMatchObject({ status: 401 });
});
