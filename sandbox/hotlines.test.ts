import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startSandbox } from './server.ts';
import { sortFields } from './sort.ts';
import {
  ask,
  askForHotlines,
  idsOf,
  pageBody,
  postForHotlines,
  readFromBothEnds,
} from './test-client.ts';

const hotlineSorts = sortFields.filter((field) => field !== 'domain');
const sorts = ['', ...hotlineSorts.flatMap((field) => [field, `-${field}`])];

const start = (hotlines: number | undefined = 5) =>
  startSandbox({ apiKey: 'key', tenants: 20, hotlines });

describe('reading all hotlines', () => {
  it('returns every hotline once, in the same order from either end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 45 }),
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 50 }),
        async (hotlines, limit, sort, seed) => {
          await using sandbox = await startSandbox({ apiKey: 'key', tenants: 20, hotlines, seed });
          const send = (body: string) => askForHotlines(sandbox, body);
          const { forward, backward } = await readFromBothEnds(send, limit, sort);
          expect(forward.toSorted()).toEqual(sandbox.hotlines?.map(({ id }) => id).toSorted());
          expect(backward).toEqual(forward);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('sends at most 100 hotlines, by default sorted by id, and echoes what it applied', async () => {
    await using sandbox = await start(130);
    const answer = await askForHotlines(sandbox, pageBody({ limit: 5000 }));
    const ids = sandbox.hotlines?.map(({ id }) => id).toSorted();
    expect(idsOf(answer.hotlines)).toEqual(ids?.slice(0, 100));
    expect(answer.paging).toMatchObject({ after: '.', before: '', limit: 100, sort: '', prev: '' });
    expect(answer.paging?.next).not.toBe('');
  });

  it('sends the hotlines as they are, with leading zeros and booleans', async () => {
    await using sandbox = await start(60);
    const { hotlines } = await askForHotlines(sandbox, '{}');
    const truth = sandbox.hotlines?.toSorted((left, right) => (left.id < right.id ? -1 : 1));
    expect(hotlines).toEqual(truth);
    const text = await (await postForHotlines(sandbox, '{}')).text();
    expect(text).toMatch(/"hotline":"0\d{9,10}"/);
    expect(text).toMatch(/"is_free_charge":true[,}]/);
    expect(text).toMatch(/"is_free_charge":false[,}]/);
  });

  it('sends the same hotlines for the same seed', async () => {
    await using first = await startSandbox({ apiKey: 'key', tenants: 20, hotlines: 9, seed: 3 });
    await using second = await startSandbox({ apiKey: 'key', tenants: 20, hotlines: 9, seed: 3 });
    await using other = await startSandbox({ apiKey: 'key', tenants: 20, hotlines: 9, seed: 4 });
    expect(second.hotlines).toEqual(first.hotlines);
    expect(other.hotlines).not.toEqual(first.hotlines);
  });

  it.each(['{"filter":{"name":"nothing","owner_id":"1"}}', '{"filter":{"owner_id":"abc"}}'])(
    'ignores a filter: %s',
    async (body) => {
      await using sandbox = await start();
      expect((await askForHotlines(sandbox, body)).hotlines).toHaveLength(5);
    },
  );

  it('accepts a cursor with another filter, because it ignores both', async () => {
    await using sandbox = await start();
    const first = await askForHotlines(sandbox, pageBody({ limit: 2 }, { name: 'a' }));
    const after = first.paging?.next ?? '';
    const rest = await askForHotlines(sandbox, pageBody({ after }, { name: 'b' }));
    expect(rest.hotlines).toHaveLength(3);
  });

  it.each([
    ['a domain', { sort: 'domain' }],
    ['id', { sort: 'id' }],
    ['two fields', { sort: 'name,created_at' }],
    ['an unreadable cursor', { after: 'nonsense' }],
    ['both cursors', { after: '.', before: '.' }],
    ['a negative limit', { limit: -1 }],
  ])('refuses %s', async (_, paging) => {
    await using sandbox = await start();
    const answer = await askForHotlines(sandbox, pageBody(paging));
    expect(answer).toMatchObject({ status: 400, code: 'invalid_argument' });
    expect(answer.msg).toBeTruthy();
  });

  it('can be limited to fewer sort fields', async () => {
    await using sandbox = await startSandbox({
      ...{ apiKey: 'key', tenants: 3, hotlines: 3 },
      sortFields: ['updated_at', 'domain'],
    });
    const statusOf = async (sort: string) =>
      (await askForHotlines(sandbox, pageBody({ sort }))).status;
    expect([await statusOf('updated_at'), await statusOf('name')]).toEqual([200, 400]);
    expect(await statusOf('domain')).toBe(400);
  });

  it('replaces the hotlines, and neither list changes the other', async () => {
    await using sandbox = await start();
    const before = sandbox.hotlines ?? [];
    sandbox.setTenants([]);
    expect(sandbox.hotlines).toBe(before);
    sandbox.setHotlines(before.slice(0, 2));
    expect(idsOf((await askForHotlines(sandbox, '{}')).hotlines).toSorted()).toEqual(
      idsOf(before.slice(0, 2)).toSorted(),
    );
    expect((await ask(sandbox, '{}')).tenants).toEqual([]);
  });
});

describe('access to hotlines', () => {
  it.each([
    ['no key', {}],
    ['another key', { Authorization: 'Bearer other' }],
  ])('refuses %s', async (_, authorization) => {
    await using sandbox = await start();
    const headers = { 'Content-Type': 'application/json', ...authorization };
    const answer = await askForHotlines(sandbox, '{}', { headers });
    expect(answer).toMatchObject({ status: 401, code: 'unauthenticated', hotlines: [] });
  });

  it('refuses a malformed body', async () => {
    await using sandbox = await start();
    const answer = await askForHotlines(sandbox, '{"paging":7}');
    expect(answer).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('has no route for GET and for another spelling', async () => {
    await using sandbox = await startSandbox({
      ...{ apiKey: 'key', tenants: 1, hotlines: 1 },
      serviceSpelling: 'ETelecom',
    });
    const url = `${sandbox.baseUrl}.ETelecom/GetPartnerHotlineList`;
    const refused = await askForHotlines(sandbox, '{}');
    expect(refused).toMatchObject({ status: 404, code: 'bad_route' });
    expect((await fetch(url)).status).toBe(404);
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer key' };
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(200);
    expect(sandbox.hotlineRequests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
    expect(sandbox.requests).toEqual([]);
  });
});

describe('a server without the call', () => {
  it('responds to it like to any unknown path', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
    const unknown = await fetch(`${sandbox.baseUrl}.Etelecom/GetNothing`, { method: 'POST' });
    const response = await postForHotlines(sandbox, '{}');
    const expected = (await unknown.text()).replace('GetNothing', 'GetPartnerHotlineList');
    expect(sandbox.hotlines).toBeUndefined();
    expect([response.status, await response.text()]).toEqual([unknown.status, expected]);
    expect(expected).toContain('"bad_route"');
    expect(sandbox.hotlineRequests).toMatchObject([{ authorized: true, body: {} }]);
    expect(sandbox.requests).toMatchObject([{ path: '/v1/partner.Etelecom/GetNothing' }]);
  });

  it('gets the call and loses it again', async () => {
    await using other = await start(4);
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
    sandbox.setHotlines(other.hotlines);
    expect((await askForHotlines(sandbox, '{}')).hotlines).toHaveLength(4);
    sandbox.setHotlines(undefined);
    const answer = await askForHotlines(sandbox, '{}');
    expect(answer).toMatchObject({ status: 404, code: 'bad_route' });
    expect(sandbox.hotlines).toBeUndefined();
  });
});
