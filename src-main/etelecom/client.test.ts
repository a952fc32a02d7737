import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Faults } from '../../sandbox/faults.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import type { ErrorCode } from '../../src-shared/errors.ts';
import { EtelecomClient } from './client.ts';
import type { TenantQuery } from './wire.ts';

const firstPage: TenantQuery = { filter: {}, paging: { limit: 25 } };
const apiKey = '1234567:secret';

let sandbox: Sandbox;
let client: EtelecomClient;

beforeEach(async () => {
  sandbox = await startSandbox({ apiKey, tenants: 250 });
  client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
});
afterEach(() => sandbox.close());

function list(query = firstPage, signal = new AbortController().signal) {
  return client.listTenants(sandbox, query, signal);
}

describe('a page', () => {
  it('is requested and parsed', async () => {
    const page = await list({
      filter: { name: 'công ty' },
      sort: [{ field: 'createdAt', direction: 'descending' }],
      paging: { limit: 50 },
    });
    expect(page.tenants).toHaveLength(50);
    expect(page.paging.next).not.toBeNull();
    expect(sandbox.requests[0]?.body).toEqual({
      filter: { name: 'công ty' },
      paging: { limit: 50, sort: '-created_at' },
    });
  });

  it('leads to the next page and back by its cursors', async () => {
    const first = await list();
    const second = await list({
      filter: {},
      paging: { limit: 25, after: first.paging.next ?? '' },
    });
    const back = await list({
      filter: {},
      paging: { limit: 25, before: second.paging.prev ?? '' },
    });
    expect(second.tenants).not.toEqual(first.tenants);
    expect(back.tenants).toEqual(first.tenants);
  });
});

describe('the spelling of the service', () => {
  it('is replaced by the other one if it is not found, also for later requests', async () => {
    await using other = await startSandbox({ apiKey, tenants: 5, serviceSpelling: 'ETelecom' });
    const signal = new AbortController().signal;
    await client.listTenants(other, firstPage, signal);
    await client.listTenants(other, firstPage, signal);
    expect(other.requests.map(({ path }) => path)).toEqual([
      '/v1/partner.Etelecom/GetPartnerTenantList',
      '/v1/partner.ETelecom/GetPartnerTenantList',
      '/v1/partner.ETelecom/GetPartnerTenantList',
    ]);
  });

  it('fails if neither is found', async () => {
    const elsewhere = { baseUrl: `${sandbox.baseUrl}/nowhere`, apiKey };
    await expect(
      client.listTenants(elsewhere, firstPage, new AbortController().signal),
    ).rejects.toMatchObject({ code: 'wrong_address' });
    expect(sandbox.requests).toHaveLength(2);
  });
});

describe('the error code', () => {
  const apiError = (status: number, code: string, msg = 'Lỗi') => ({
    answer: { status, body: { code, msg } },
  });
  const cases: [string, Faults, ErrorCode, number][] = [
    ['HTML instead of JSON', { html: { status: 200 } }, 'not_this_api', 4],
    ['incomplete JSON', { invalidJson: {} }, 'not_this_api', 4],
    ['JSON from another kind of server', { answer: { body: { status: 'ok' } } }, 'not_this_api', 4],
    ['a refused argument', apiError(400, 'invalid_argument'), 'request_refused', 1],
    ['a key without permission', apiError(403, 'permission_denied'), 'no_permission', 1],
    ['an error of the server', apiError(500, 'internal'), 'server_failed', 4],
    ['a gateway’s HTML', { html: { status: 502 } }, 'server_unavailable', 4],
    ['an overloaded server', apiError(503, 'unavailable'), 'server_unavailable', 4],
    ['a gateway timeout', { status: { status: 504 } }, 'server_unavailable', 4],
    ['too many requests', { rateLimit: { retryAfter: 0 } }, 'rate_limited', 4],
    [
      'a connection that is cut before the headers',
      { cut: { at: 'before-headers' } },
      'unreachable',
      4,
    ],
    [
      'a connection that is cut in the middle of the body',
      { cut: { at: 'mid-body' } },
      'unreachable',
      4,
    ],
    ['no answer', { hang: {} }, 'timed_out', 4],
  ];
  it.each(cases)('is right for %s', async (_name, faults, code, attempts) => {
    sandbox.setFaults(faults);
    if (code === 'timed_out') {
      client = new EtelecomClient({ fetch, timeout: 200, firstRetryDelay: 1 });
    }
    await expect(list()).rejects.toMatchObject({ name: 'AppError', code });
    expect(sandbox.requests).toHaveLength(attempts);
  });

  it('is one of the app’s codes even if the server sends an unknown one', async () => {
    sandbox.setFaults(apiError(400, 'constructor'));
    await expect(list()).rejects.toMatchObject({ code: 'request_refused' });
  });

  it('comes with the server’s message, in which the key is replaced', async () => {
    sandbox.setFaults(apiError(400, 'invalid_argument', `Khóa ${apiKey} sai`));
    await expect(list()).rejects.toMatchObject({ serverMessage: 'Khóa … sai' });
  });

  it.each([
    ['a rejected argument', apiError(400, 'invalid_argument'), 'cursor_expired'],
    ['not found', apiError(404, 'not_found'), 'cursor_expired'],
    ['an unknown route', apiError(404, 'bad_route'), 'wrong_address'],
    ['a gateway’s HTML', { html: { status: 404 } }, 'wrong_address'],
    ['a rejected key', apiError(401, 'unauthenticated'), 'wrong_key'],
  ] as const)('tells a rejected cursor from other errors: %s', async (_name, faults, code) => {
    sandbox.setFaults(faults);
    const query: TenantQuery = { filter: {}, paging: { limit: 25, after: 'old' } };
    await expect(list(query)).rejects.toMatchObject({ code });
    expect(sandbox.requests).toHaveLength(code === 'wrong_address' ? 2 : 1);
  });

  it('comes with the server’s message', async () => {
    sandbox.setFaults(apiError(400, 'invalid_argument', 'Không hỗ trợ sắp xếp'));
    await expect(list()).rejects.toMatchObject({ serverMessage: 'Không hỗ trợ sắp xếp' });
  });

  it('is wrong_key for a rejected key, and the error does not contain the key', async () => {
    const wrong = { baseUrl: sandbox.baseUrl, apiKey: 'not-the-key' };
    const failure = await client
      .listTenants(wrong, firstPage, new AbortController().signal)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'wrong_key' });
    expect(JSON.stringify(failure)).not.toContain('not-the-key');
    expect(String(failure)).not.toContain('not-the-key');
  });

  it('is unreachable if no server listens', async () => {
    await sandbox.close();
    await expect(list()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('retries', () => {
  it('succeed after temporary faults', async () => {
    sandbox.setFaults({ status: { status: 503, times: 3 } });
    expect((await list()).tenants).toHaveLength(25);
    expect(sandbox.requests).toHaveLength(4);
  });

  it.each(['1', 'an HTTP date'])('wait for Retry-After: %s', async (form) => {
    // An HTTP date has no fractions, so only two seconds from now is at least one second away.
    const retryAfter = form === '1' ? form : new Date(Date.now() + 2_000).toUTCString();
    sandbox.setFaults({ rateLimit: { retryAfter, times: 1 } });
    await list();
    const [first = 0, second = 0] = sandbox.requests.map(({ time }) => Date.parse(time));
    // A date is the moment itself, however late the first request has arrived.
    const end = form === '1' ? first + 1_000 : Date.parse(retryAfter);
    expect(second).toBeGreaterThanOrEqual(end - 50);
  });

  it('never wait longer than the maximum', async () => {
    sandbox.setFaults({ rateLimit: { retryAfter: 3_600 } });
    const impatient = new EtelecomClient({ fetch, maximumRetryAfter: 1 });
    const signal = new AbortController().signal;
    await expect(impatient.listTenants(sandbox, firstPage, signal)).rejects.toMatchObject({
      code: 'rate_limited',
    });
    expect(sandbox.requests).toHaveLength(4);
  });

  it('are canceled while they wait', async () => {
    sandbox.setFaults({ rateLimit: { retryAfter: 3_600 } });
    const controller = new AbortController();
    const listed = list(firstPage, controller.signal);
    await expect.poll(() => sandbox.requests.length).toBe(1);
    controller.abort();
    await expect(listed).rejects.toMatchObject({ code: 'canceled' });
    expect(sandbox.requests).toHaveLength(1);
  });

  it('are canceled while the server hangs', async () => {
    sandbox.setFaults({ hang: {} });
    const controller = new AbortController();
    // With the default timeout, which is longer than this test may take.
    const patient = new EtelecomClient({ fetch });
    const listed = patient.listTenants(sandbox, firstPage, controller.signal);
    await expect.poll(() => sandbox.requests.length).toBe(1);
    controller.abort();
    await expect(listed).rejects.toMatchObject({ code: 'canceled' });
  });
});

describe('the key', () => {
  it('is not sent to the target of a redirect', async () => {
    await using target = await startSandbox({ apiKey, tenants: 5 });
    sandbox.setFaults({
      redirect: { to: `${target.baseUrl}.Etelecom/GetPartnerTenantList` },
    });
    await expect(list()).rejects.toMatchObject({ code: 'redirected' });
    expect(sandbox.requests).toHaveLength(1);
    expect(target.requests).toHaveLength(0);
  });

  it('is not accepted as part of a page', async () => {
    sandbox.setFaults({ answer: { body: { paging: { limit: 1 }, tenants: [{ name: apiKey }] } } });
    await expect(list()).rejects.toMatchObject({ code: 'not_this_api' });
    const escaped = new Response(String.raw`{"tenants":[{"name":"123456\u0037:secret"}]}`);
    client = new EtelecomClient({ fetch: () => Promise.resolve(escaped) });
    await expect(list()).rejects.toThrow('contains the key');
  });

  it('is sent in a header of a POST with a JSON body', async () => {
    const seen = Promise.withResolvers<Record<string, unknown>>();
    const server = createServer((request, response) => {
      seen.resolve({ method: request.method, ...request.headers });
      response.end('{"tenants":[]}');
    });
    const listening = Promise.withResolvers<number>();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      listening.resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
    const baseUrl = `http://127.0.0.1:${await listening.promise}/v1/partner`;
    await client.listTenants({ baseUrl, apiKey }, firstPage, new AbortController().signal);
    server.close();
    expect(await seen.promise).toMatchObject({
      method: 'POST',
      authorization: `Bearer ${apiKey}`,
      accept: 'application/json',
      'content-type': 'application/json',
    });
  });
});
