import { describe, expect, it } from 'vitest';
import { startSandbox } from './server.ts';
import { ask, idsOf, pageBody, post } from './test-client.ts';

describe('paging', () => {
  it.each([
    [undefined, 100],
    [0, 100],
    [1, 1],
    [100, 100],
    [101, 100],
    [5000, 100],
  ])('responds to a limit of %s with %s rows', async (limit, expected) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 130 });
    const answer = await ask(sandbox, pageBody(limit === undefined ? {} : { limit }));
    expect(answer.tenants).toHaveLength(expected);
    expect(answer.paging?.limit).toBe(expected);
  });

  it('treats no cursor as after "." and echoes what it applied', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 3 });
    const bare = await ask(sandbox, '{}');
    const dotted = await ask(sandbox, pageBody({ after: '.' }));
    expect(bare).toEqual(dotted);
    expect(bare.paging).toEqual({
      after: '.',
      before: '',
      limit: 100,
      sort: '',
      next: '',
      prev: '',
    });
  });

  it('echoes cursor and sort', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 3 });
    const first = await ask(sandbox, pageBody({ limit: 1, sort: '-name' }));
    const next = first.paging?.next ?? '';
    const second = await ask(sandbox, pageBody({ after: next, limit: 1, sort: '-name' }));
    expect(second.paging).toMatchObject({ after: next, before: '', limit: 1, sort: '-name' });
  });

  it('treats null as absent and ignores unknown members', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 3 });
    const body = '{"filter":{"name":null,"x":1},"paging":{"limit":null,"sort":null},"y":[]}';
    expect((await ask(sandbox, body)).tenants).toHaveLength(3);
  });

  it.each([
    ['two fields', { sort: 'name,created_at' }],
    ['id', { sort: 'id' }],
    ['-id', { sort: '-id' }],
    ['an unknown field', { sort: 'color' }],
    ['only a sign', { sort: '-' }],
    ['an unreadable cursor', { after: 'nonsense' }],
    ['both cursors', { after: '.', before: '.' }],
    ['a negative limit', { limit: -1 }],
  ])('refuses %s', async (_, paging) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 3 });
    const answer = await ask(sandbox, pageBody(paging));
    expect(answer).toMatchObject({ status: 400, code: 'invalid_argument' });
    expect(answer.msg).toBeTruthy();
  });

  it('refuses a cursor of another sort or filter', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 3 });
    const first = await ask(sandbox, pageBody({ limit: 1, sort: 'name' }));
    const after = first.paging?.next ?? '';
    const otherSort = await ask(sandbox, pageBody({ after, sort: '-name' }));
    const otherFilter = await ask(sandbox, pageBody({ after }, { name: 'a' }));
    expect([otherSort.code, otherFilter.code]).toEqual(['invalid_argument', 'invalid_argument']);
  });

  it('can be limited to fewer sort fields', async () => {
    await using sandbox = await startSandbox({
      apiKey: 'key',
      tenants: 3,
      sortFields: ['updated_at'],
    });
    expect((await ask(sandbox, pageBody({ sort: 'name' }))).code).toBe('invalid_argument');
    expect((await ask(sandbox, pageBody({ sort: '-updated_at' }))).status).toBe(200);
  });
});

describe('filters', () => {
  it('finds a part of the name, ignoring case and accents', async () => {
    await using few = await startSandbox({ apiKey: 'key', tenants: 3 });
    const names = ['Tổng đài Điện Lạnh', 'TỔNG ĐÀI ĐIỆN NƯỚC'.normalize('NFD'), 'Khách sạn Huế'];
    const tenants = few.tenants.map((tenant, place) => ({ ...tenant, name: names[place] ?? '' }));
    await using sandbox = await startSandbox({ apiKey: 'key', tenants });
    const found = async (name: string) => (await ask(sandbox, pageBody({}, { name }))).tenants;
    expect(await found('dai dien')).toHaveLength(2);
    expect(await found('Điện l')).toHaveLength(1);
    expect(await found('')).toHaveLength(3);
    expect(await found('không có')).toHaveLength(0);
    expect(await found('\u0302')).toHaveLength(0);
  });

  it('returns the tenants of one owner, page by page', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 60 });
    const owner_id = sandbox.tenants[0]?.owner_id ?? '';
    const owned = sandbox.tenants.filter((tenant) => tenant.owner_id === owner_id);
    const first = await ask(sandbox, pageBody({ limit: 2 }, { owner_id }));
    const after = first.paging?.next ?? '';
    const rest = await ask(sandbox, pageBody({ after }, { owner_id }));
    const ids = [...idsOf(first.tenants), ...idsOf(rest.tenants)];
    expect(owned.length).toBeGreaterThan(2);
    expect(ids).toEqual(owned.map(({ id }) => id).toSorted());
  });

  it('treats owner "0" as any owner', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 5 });
    expect((await ask(sandbox, pageBody({}, { owner_id: '0' }))).tenants).toHaveLength(5);
  });

  it.each(['abc', '1.5', ' 1', '9223372036854775808'])('refuses owner "%s"', async (owner_id) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
    const answer = await ask(sandbox, pageBody({}, { owner_id }));
    expect(answer).toMatchObject({ status: 400, code: 'invalid_argument' });
  });
});

describe('access', () => {
  const json = 'application/json';

  it.each([
    ['no key', { 'Content-Type': json }],
    ['another key', { 'Content-Type': json, Authorization: 'Bearer other' }],
    ['another scheme', { 'Content-Type': json, Authorization: 'Basic key' }],
  ])('refuses %s', async (_, headers) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
    const answer = await ask(sandbox, '{}', { headers });
    expect(answer).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect(answer.tenants).toEqual([]);
  });

  it.each(['{', '', '[]', '{"paging":{"limit":"ten"}}', '{"paging":{"limit":1.5}}'])(
    'refuses %s as malformed',
    async (body) => {
      await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
      expect(await ask(sandbox, body)).toMatchObject({ status: 400, code: 'malformed' });
    },
  );

  it.each([
    ['GET', { method: 'GET', body: null }],
    ['text', { headers: { 'Content-Type': 'text/plain', Authorization: 'Bearer key' } }],
  ])('has no route for %s', async (_, change) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
    expect(await ask(sandbox, '{}', change)).toMatchObject({ status: 404, code: 'bad_route' });
  });

  it.each([
    ['Etelecom', 200, 404],
    ['ETelecom', 404, 200],
    ['both', 200, 200],
  ] as const)('supports the spelling %s', async (serviceSpelling, common, other) => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1, serviceSpelling });
    const headers = { 'Content-Type': json, Authorization: 'Bearer key' };
    const url = `${sandbox.baseUrl}.ETelecom/GetPartnerTenantList`;
    const response = await fetch(url, { method: 'POST', headers, body: '{}' });
    expect((await ask(sandbox, '{}')).status).toBe(common);
    expect(response.status).toBe(other);
  });

  it('logs every request, without the key', async () => {
    await using sandbox = await startSandbox({ apiKey: 'secret-key', tenants: 1 });
    await post(sandbox, pageBody({ limit: 7 }));
    await post(sandbox, 'not json', { headers: {} });
    expect(sandbox.requests).toMatchObject([
      { authorized: true, method: 'POST', body: { filter: {}, paging: { limit: 7 } } },
      { authorized: false, body: 'not json' },
    ]);
    expect(JSON.stringify(sandbox.requests)).not.toContain('secret-key');
  });

  it('supports another base path', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1, basePath: '/v2/shop' });
    expect(sandbox.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2\/shop$/);
    expect((await ask(sandbox, '{}')).status).toBe(200);
  });

  it('reports that the port is taken', async () => {
    await using sandbox = await startSandbox({ apiKey: 'key', tenants: 1 });
    const port = Number(new URL(sandbox.baseUrl).port);
    await expect(startSandbox({ apiKey: 'key', tenants: 1, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
