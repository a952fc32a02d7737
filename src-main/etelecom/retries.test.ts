import { describe, expect, it, onTestFinished } from 'vitest';
import type { RecordKind } from '../../src-shared/record-kinds.ts';
import type { Retry } from '../../src-shared/retry.ts';
import { EtelecomClient } from './client.ts';
import { retryAfter } from './retry-after.ts';

const credentials = { baseUrl: 'http://127.0.0.1:9/v1/partner', apiKey: 'retries-test-key' };
const firstPage = { filter: {}, paging: { limit: 100 } } as const;
const page = '{"paging":{"limit":100},"tenants":[],"hotlines":[]}';
const signal = () => new AbortController().signal;
/** Statuses that cannot have a body. */
const bodiless = new Set([204, 205, 304]);

interface TestAnswer {
  status?: number;
  body: string;
  headers?: HeadersInit;
}

/** Returns a `fetch` that answers with `answers`, one after the other, and then with a page. */
function answering(...answers: TestAnswer[]) {
  const left = [...answers];
  const sentAt: number[] = [];
  const fetch = () => {
    sentAt.push(Date.now());
    const { status = 200, body, headers = {} }: TestAnswer = left.shift() ?? { body: page };
    // `Response` refuses the statuses above 599, so they are tested with a real server.
    return Promise.resolve(new Response(bodiless.has(status) ? null : body, { status, headers }));
  };
  return { fetch, sentAt };
}

async function requestsAfter(
  answer: { status?: number; body: string },
  records: RecordKind = 'tenants',
): Promise<number> {
  const { fetch, sentAt } = answering(answer);
  const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
  const asked = client.fetchPage(credentials, { ...firstPage, records }, signal());
  await asked.catch(() => undefined);
  // The second request of a 404 tries the other spelling.
  return answer.status === 404 ? sentAt.length - 1 : sentAt.length;
}

const gateway = '<html><body>nginx</body></html>';

describe('a request', () => {
  const passing = [
    ...[
      408, 409, 421, 425, 429, 499, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 525, 526,
      527,
    ],
    ...[530, 529, 598, 599],
  ];
  it.each(passing)('is repeated after %i', async (status) => {
    expect(await requestsAfter({ status, body: gateway })).toBe(2);
  });

  const lasting = [
    ...[201, 204, 206, 300, 304, 400, 401, 403, 404, 405, 406, 410, 411, 413, 414, 415, 418],
    ...[422, 431, 451, 501, 505, 506, 508, 510, 511],
  ];
  it.each(lasting)('is not repeated after %i', async (status) => {
    expect(await requestsAfter({ status, body: gateway })).toBe(1);
  });

  const rows = '{"id":"1","name":"a"},{"id":"2","name":"b"}';
  const whole = `{"paging":{"limit":100,"next":"a"},"LIST":[${rows}]}`;
  it.each([
    ...[gateway, '', 'Bad Gateway', 'null', '[]', '{"paging":{"next":"a"},"tena', '{}'],
    ...['{"message":"Hệ thống đang bảo trì"}', '{"code":503,"msg":"Bảo trì"}', '{"msg":"Bảo trì"}'],
    // Cut in a row, after the first row, after the last one, and before the list.
    ...[whole.slice(0, -12), whole.slice(0, whole.indexOf('},{') + 1), whole.slice(0, -2)],
    ...['{"paging":{"limit":100,"next":"a"}', `${whole}${whole}`, '{bảo trì}', '{"LIST":[{},,{}]}'],
    ...['{"LIST":null,"code":"unavailable","msg":"down"}', '{"LIST":null,"paging":null}'],
    ...['{"LIST":null,"paging":{"limit":0},"code":"internal","msg":""}', '{"LIST":null}'],
    ...['{"LIST":[],"code":503,"msg":"down"}', `{"code":"unavailable",${whole.slice(1)}`],
    ...['{"paging":null,"message":"bảo trì"}', '{"paging":{},"msg":"bảo trì"}'],
    ...['{"status":"maintenance","services":["LIST"]}', '{"LIST":"bảo trì"}', '{"LIST":{}}'],
    ...['{"error":{"code":503,"message":"LIST"}}', `{"message":"${'bảo trì '.repeat(4_000)}"}`],
  ])('is repeated after a 200 with %j', async (body) => {
    for (const records of ['tenants', 'hotlines'] as const) {
      expect(await requestsAfter({ body: body.replaceAll('LIST', records) }, records)).toBe(2);
    }
  });

  it.each([
    ...[whole, ` ${whole}\n`, '{"LIST":[],"paging":{"limit":100}}'],
    ...['{"LIST":null,"paging":{"limit":100}}', '{"paging":{"limit":100}}'],
    ...[`{"code":0,"msg":"ok",${whole.slice(1)}`, `{"code":"ok",${whole.slice(1)}`],
    ...['{"LIST":null,"code":"invalid_argument","msg":"Sai"}', '{"LIST":[],"code":401}'],
    `{"code":"unauthenticated",${whole.slice(1)}`,
  ])('is not repeated after a 200 with %j', async (body) => {
    for (const records of ['tenants', 'hotlines'] as const) {
      expect(await requestsAfter({ body: body.replaceAll('LIST', records) }, records)).toBe(1);
    }
  });

  it.each([
    ['unavailable', 200, 2],
    ['internal', 200, 2],
    ['resource_exhausted', 403, 2],
    ['aborted', 409, 2],
    ['canceled', 499, 2],
    ['canceled', 200, 2],
    ['already_exists', 409, 1],
    ['internal', 401, 1],
    ['unknown', 422, 1],
    ['internal', 501, 1],
    ['internal', 507, 2],
    ['unauthenticated', 200, 1],
    ['invalid_argument', 500, 1],
    ['permission_denied', 503, 1],
    ['constructor', 500, 2],
    ['constructor', 400, 1],
    ['400', 200, 1],
    ['401', 200, 1],
    ['429', 200, 2],
    ['503', 200, 2],
    ['200', 200, 1],
  ])('with the code %s and status %i is made %i times', async (code, status, requests) => {
    expect(await requestsAfter({ status, body: JSON.stringify({ code, msg: '' }) })).toBe(requests);
  });

  it.each([
    ['PROXY_CONNECTION_FAILED', 2],
    ['TUNNEL_CONNECTION_FAILED', 2],
    ['SOCKS_CONNECTION_FAILED', 2],
    ['NETWORK_CHANGED', 2],
    ['NETWORK_IO_SUSPENDED', 2],
    ['PROXY_AUTH_UNSUPPORTED', 1],
    ['PROXY_CERTIFICATE_INVALID', 1],
    ['CERT_DATE_INVALID', 1],
  ])('with Chromium’s error %s is made %i times', async (name, requests) => {
    const { fetch, sentAt } = answering();
    const failingFirst = () =>
      fetch().then((answer) => {
        if (sentAt.length === 1) throw new Error(`net::ERR_${name}`);
        return answer;
      });
    const client = new EtelecomClient({ fetch: failingFirst, firstRetryDelay: 1 });
    await client.fetchPage(credentials, firstPage, signal()).catch(() => undefined);
    expect(sentAt).toHaveLength(requests);
  });
});

describe('the reason of a retry', () => {
  const reasonsOf = async (client: EtelecomClient) => {
    const reasons: string[] = [];
    const report = ({ reason }: Retry) => reasons.push(reason);
    await client.fetchPage(credentials, firstPage, signal(), report).catch(() => undefined);
    return reasons;
  };

  it.each([
    ['askedToWait', { status: 429, body: gateway }],
    ['askedToWait', { status: 503, body: gateway, headers: { 'retry-after': '0.01' } }],
    ['serverFailed', { status: 503, body: gateway }],
    ['serverFailed', { status: 504, body: gateway }],
    ['serverFailed', { body: gateway }],
  ])('is %s after %j', async (reason, answer) => {
    const { fetch } = answering(answer);
    expect(await reasonsOf(new EtelecomClient({ fetch, firstRetryDelay: 1 }))).toEqual([reason]);
  });

  it('is notReached if there is no server', async () => {
    const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
    expect(await reasonsOf(client)).toEqual(['notReached', 'notReached', 'notReached']);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-26T00:00:00Z');
  const sentAt = 'Wed, 25 Nov 2026 00:00:00 GMT';
  it.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '1.5' }, 1_500],
    [{ 'retry-after': 'Thu, 26 Nov 2026 00:00:05 GMT' }, 5_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 00:00:07 GMT' }, 0],
    // By the server's clock, which is a day behind, this is in seven seconds.
    [{ 'retry-after': 'Wed, 25 Nov 2026 00:00:07 GMT', date: sentAt }, 7_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 00:00:07 GMT', date: 'never' }, 0],
    [{ 'retry-after': '3, 5' }, 3_000],
    [{ 'retry-after': '4,4' }, 4_000],
    [{ 'retry-after': '2050-01-01' }, Date.parse('2050-01-01') - now],
    [{ 'retry-after': '-5' }, 0],
    [{ 'retry-after': 'soon' }, 0],
    [{ 'retry-after': '' }, 0],
    [{}, 0],
  ])('of %j is %i ms', (headers, expected) => {
    expect(retryAfter(new Headers(headers), now)).toBe(expected);
  });

  it.each([
    ...['Thu Nov 26 00:00:05 2026', 'Thursday, 26-Nov-26 00:00:05 GMT', '2026-11-26T00:00:05'],
    ...['2026-11-26T00:00:05Z', 'Thu, 26 Nov 2026 07:00:05 +0700'],
  ])('of %j is five seconds away in every zone of the computer', (value) => {
    const { TZ } = process.env;
    onTestFinished(() => {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    });
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/New_York', 'UTC']) {
      process.env.TZ = zone;
      expect(retryAfter(new Headers({ 'retry-after': value }), now)).toBe(5_000);
    }
  });

  it.each([
    '0',
    '-1',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '99999999999',
    'Fri, 31 Dec 9999 00:00:00 GMT',
    '9'.repeat(400),
  ])('of %j has a floor and a ceiling, and the wait is reported', async (value) => {
    const answer = { status: 429, body: '', headers: { 'retry-after': value } };
    const { fetch, sentAt } = answering(answer, answer, answer, answer);
    const client = new EtelecomClient({ fetch, firstRetryDelay: 20, maximumRetryAfter: 90 });
    const retriesAt: number[] = [];
    const onRetry = ({ at, reason }: Retry) => {
      expect(at - Date.now()).toBeLessThanOrEqual(90);
      expect(reason).toBe('askedToWait');
      retriesAt.push(at);
    };
    const asked = client.fetchPage(credentials, firstPage, signal(), onRetry);
    await expect(asked).rejects.toMatchObject({ code: 'rate_limited' });
    expect(retriesAt).toHaveLength(3);
    for (const [retry, floor] of [10, 20, 40].entries()) {
      // Both clocks have whole milliseconds.
      const sent = sentAt[retry] ?? 0;
      expect((sentAt[retry + 1] ?? 0) - sent).toBeGreaterThanOrEqual(floor - 2);
      expect((retriesAt[retry] ?? 0) - sent).toBeGreaterThanOrEqual(floor - 2);
    }
  });

  it.each([503, 429, 200])('counts for an answer with the status %i', async (status) => {
    const answer = { status, body: gateway, headers: { 'retry-after': '0.09' } };
    const { fetch, sentAt } = answering(answer);
    const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
    await client.fetchPage(credentials, firstPage, signal());
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(88);
  });
});
