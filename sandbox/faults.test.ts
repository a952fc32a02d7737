import { describe, expect, it } from 'vitest';
import { awkwardKinds } from './awkward.ts';
import type { AwkwardKind } from './awkward.ts';
import type { Faults } from './faults.ts';
import { startSandbox } from './server.ts';
import { ask, idsOf, pageBody, post } from './test-client.ts';

const start = (faults: Faults, tenants = 5) => startSandbox({ apiKey: 'key', tenants, faults });

describe('when a fault applies', () => {
  it('skips `after` requests and stops after `times` requests', async () => {
    await using sandbox = await start({ status: { status: 503, after: 1, times: 2 } });
    const statuses: number[] = [];
    for (let request = 0; request < 5; request += 1) {
      statuses.push((await ask(sandbox, '{}')).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200, 200]);
  });

  it('starts counting again when faults are set, and ends when they are removed', async () => {
    await using sandbox = await start({});
    await ask(sandbox, '{}');
    sandbox.setFaults({ status: { status: 500, times: 1 } });
    expect((await ask(sandbox, '{}')).status).toBe(500);
    expect((await ask(sandbox, '{}')).status).toBe(200);
    sandbox.setFaults({ status: { status: 500 } });
    sandbox.setFaults({});
    expect((await ask(sandbox, '{}')).status).toBe(200);
  });
});

describe('faults that replace the response', () => {
  it('waits for the latency', async () => {
    await using sandbox = await start({ latency: { milliseconds: 50 } });
    const sentAt = performance.now();
    expect((await ask(sandbox, '{}')).tenants).toHaveLength(5);
    // Timers use another clock and may fire slightly early.
    expect(performance.now() - sentAt).toBeGreaterThan(45);
  });

  it.each([
    [3, '3'],
    ['Sun, 01 Nov 2026 00:00:00 GMT', 'Sun, 01 Nov 2026 00:00:00 GMT'],
    [undefined, null],
  ])('sends Retry-After: %s', async (retryAfter, header) => {
    await using sandbox = await start({
      rateLimit: retryAfter === undefined ? {} : { retryAfter },
    });
    const response = await post(sandbox, '{}');
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe(header);
    expect(await response.json()).toMatchObject({ code: 'resource_exhausted' });
  });

  it.each([
    [500, 'internal'],
    [503, 'unavailable'],
  ])('responds with status %s and its code', async (status, code) => {
    await using sandbox = await start({ status: { status } });
    const answer = await ask(sandbox, '{}');
    expect(answer).toMatchObject({ status, code });
    expect(answer.msg).toBeTruthy();
  });

  it('hangs until it is closed', async () => {
    const sandbox = await start({ hang: { times: 1 } });
    // The second request gets a response, which shows that the first one has arrived and hangs.
    const answers = [post(sandbox, '{}'), post(sandbox, '{}')];
    expect((await Promise.race(answers)).status).toBe(200);
    await sandbox.close();
    const outcomes = (await Promise.allSettled(answers)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('cuts the connection before the headers', async () => {
    await using sandbox = await start({ cut: { at: 'before-headers' } });
    await expect(post(sandbox, '{}')).rejects.toThrow('fetch failed');
  });

  it('cuts the connection in the middle of the body', async () => {
    await using sandbox = await start({ cut: { at: 'mid-body' } });
    const response = await post(sandbox, '{}');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it.each([
    [undefined, 502],
    [200, 200],
  ])('responds with HTML, status %s', async (status, expected) => {
    await using sandbox = await start({ html: status === undefined ? {} : { status } });
    const response = await post(sandbox, '{}');
    expect(response.status).toBe(expected);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('<html>');
  });

  it('responds with truncated JSON', async () => {
    await using sandbox = await start({ invalidJson: {} });
    const response = await post(sandbox, '{}');
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('responds with any given JSON', async () => {
    await using sandbox = await start({ answer: { status: 418, body: { tenants: [1, null] } } });
    const response = await post(sandbox, '{}');
    expect([response.status, await response.text()]).toEqual([418, '{"tenants":[1,null]}']);
  });

  it('redirects', async () => {
    await using elsewhere = await start({});
    await using sandbox = await start({ redirect: { to: elsewhere.baseUrl } });
    const response = await post(sandbox, '{}', { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, elsewhere.baseUrl]);
    await post(sandbox, '{}');
    expect(elsewhere.requests).toMatchObject([{ authorized: false }]);
  });
});

describe('faults that change a page', () => {
  it('repeats the cursor', async () => {
    await using sandbox = await start({ repeatCursor: {} });
    const first = await ask(sandbox, pageBody({ limit: 2 }));
    const after = first.paging?.next ?? '';
    const second = await ask(sandbox, pageBody({ after, limit: 2 }));
    expect(after).not.toBe('');
    expect(second.paging?.next).toBe(after);
  });

  it('shifts rows, so that one is repeated and none is lost', async () => {
    await using sandbox = await start({ shiftRows: {} });
    const first = await ask(sandbox, pageBody({ limit: 3 }));
    const second = await ask(sandbox, pageBody({ after: first.paging?.next ?? '', limit: 3 }));
    const [ids, more] = [idsOf(first.tenants), idsOf(second.tenants)];
    expect(more).toHaveLength(3);
    expect(more[0]).toBe(ids[2]);
    expect(second.tenants[0]).toMatchObject({ updated_at: '2026-11-01T00:00:00.000Z' });
    expect(new Set([...ids, ...more]).size).toBe(5);
    expect(second.paging).toMatchObject({ limit: 3, next: '' });
  });

  it('sends cursors at the ends, but not with an empty page', async () => {
    await using sandbox = await start({ cursorsAtEnds: {} });
    const only = await ask(sandbox, '{}');
    const beyond = await ask(sandbox, pageBody({ after: only.paging?.next ?? '' }));
    const ahead = await ask(sandbox, pageBody({ before: only.paging?.prev ?? '' }));
    expect(only.tenants).toHaveLength(5);
    for (const empty of [beyond, ahead]) {
      expect(empty.tenants).toEqual([]);
      expect(empty.paging).toMatchObject({ next: '', prev: '' });
    }
  });

  it.each([undefined, 'a string', 7])('inserts an unreadable row: %s', async (row) => {
    await using sandbox = await start({ unreadableRow: row === undefined ? {} : { row } });
    const { tenants } = await ask(sandbox, '{}');
    expect(tenants).toHaveLength(5);
    expect(tenants[0]).toBe(row ?? null);
  });
});

describe('awkward values', () => {
  it.each<[AwkwardKind, object]>([
    ['status-null', { status: null }],
    ['status-unknown', { status: 'X9' }],
    ['dates-null', { created_at: null, updated_at: null }],
    ['dates-empty', { created_at: '', updated_at: '' }],
    ['method-unknown', { connection_method: 'sip_trunk' }],
    ['extra-members', { plan: { code: 'pro', seats: 12 } }],
    ['ids-zero', { owner_id: '0', connection_id: '0' }],
    ['ids-empty', { owner_id: '', connection_id: '' }],
  ])('has %s', async (kind, expected) => {
    await using sandbox = await start({ awkward: { every: 1, kinds: [kind] } }, 1);
    expect((await ask(sandbox, '{}')).tenants).toMatchObject([expected]);
  });

  it.each<[AwkwardKind, RegExp]>([
    ['name-leading-spaces', /"name":" {3}\S/],
    ['name-equals', /"name":"=/],
    ['name-plus', /"name":"\+/],
    ['name-minus', /"name":"-/],
    ['name-at', /"name":"@/],
    ['name-quotes', /"name":"\\".*\\", '/],
    ['name-tab', /"name":"[^"]*\\t/],
    ['name-newline', /"name":"[^"]*\\r\\n/],
    ['name-decomposed', /"name":"[^"]*\p{M}/u],
  ])('has %s', async (kind, expected) => {
    await using sandbox = await start({ awkward: { every: 1, kinds: [kind] } }, 1);
    expect(await (await post(sandbox, '{}')).text()).toMatch(expected);
  });

  it('omits the status', async () => {
    await using sandbox = await start({ awkward: { every: 1, kinds: ['status-absent'] } }, 1);
    expect((await ask(sandbox, '{}')).tenants[0]).not.toHaveProperty('status');
  });

  it('writes ids as numbers with every digit', async () => {
    await using sandbox = await start({ awkward: { every: 1, kinds: ['ids-number'] } }, 1);
    const text = await (await post(sandbox, '{}')).text();
    expect(text).toMatch(/"id":\d{19},/);
    expect(text).toContain(`"id":${sandbox.tenants[0]?.id},`);
    expect(text).toContain(`"owner_id":${sandbox.tenants[0]?.owner_id},`);
  });

  it('changes one tenant in five, with every kind, the same on every page', async () => {
    const count = 5 * awkwardKinds.length;
    await using sandbox = await start({ awkward: {} }, count);
    const truth = new Set(sandbox.tenants.map((tenant) => JSON.stringify(tenant)));
    const all = await ask(sandbox, '{}');
    const some = await ask(sandbox, pageBody({ limit: 20 }));
    const awkward = all.tenants.filter((tenant) => !truth.has(JSON.stringify(tenant)));
    expect(awkward).toHaveLength(awkwardKinds.length);
    expect(some.tenants).toEqual(all.tenants.slice(0, 20));
  });
});
