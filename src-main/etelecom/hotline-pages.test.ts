import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.ts';
import { EtelecomClient } from './client.ts';
import { parseBaseUrl } from './base-url.ts';
import { limits } from './limits.ts';
import { parseRows as parseBody } from './wire.ts';

const parseRows = (body: string) =>
  parseBody(new TextEncoder().encode(body), { records: 'hotlines' });

/** Returns the hotlines of an answer with these rows, which are JSON. */
const parse = (...rows: string[]) => {
  const body = `{"hotlines":[${rows.join(',')}],"paging":{"limit":100,"next":""}}`;
  return parseRows(body).read();
};

const documentedRow = {
  id: '1308213456789012345',
  hotline: '02462149830',
  name: 'Hotline Bán hàng',
  description: 'Trực 24/7',
  network: 'viettel',
  owner_id: '1008213456789012345',
  connection_id: '1208213456789012345',
  connection_method: 'direct',
  is_free_charge: false,
  status: 'P',
  created_at: '2024-01-02T03:04:05Z',
  updated_at: '2024-01-02T03:04:06.123456Z',
};

const hotline = {
  id: '1308213456789012345',
  hotline: '02462149830',
  name: 'Hotline Bán hàng',
  description: 'Trực 24/7',
  network: 'viettel',
  ownerId: '1008213456789012345',
  connectionId: '1208213456789012345',
  connectionMethod: 'direct',
  isFreeCharge: 'false',
  status: 'P',
  createdAt: '2024-01-02T03:04:05Z',
  updatedAt: '2024-01-02T03:04:06.123456Z',
};

it('is refused if the answer is a list of tenants', () => {
  const answer = () => parseRows('{"tenants":[],"paging":{"limit":100,"next":""}}');
  expect(answer).toThrow(expect.objectContaining({ code: 'not_this_api' }));
});

describe('a row of hotlines', () => {
  it('has all documented members, and keeps its JSON', () => {
    const raw = JSON.stringify({ ...documentedRow, extension: { added: [1] } });
    expect(parse(raw)).toEqual({ rows: [{ tenant: hotline, raw }], unreadable: [] });
  });

  it.each<[string, string, object]>([
    ['a number as a JSON number', '"hotline":1900636521', { hotline: '1900636521' }],
    ['a number with more digits than JavaScript', '"id":1308213456789012345', {}],
    ['an owner as a JSON number', '"owner_id":1008213456789012345', {}],
    ['true', '"is_free_charge":true', { isFreeCharge: 'true' }],
    ['a truth value as a text', '"is_free_charge":"true"', { isFreeCharge: 'true' }],
    ['no truth value', '"is_free_charge":null', { isFreeCharge: null }],
    ['a network as a number', '"network":4', { network: '4' }],
    ['no number', '"hotline":null', { hotline: null }],
    ['an empty number', '"hotline":""', { hotline: null }],
    ['an empty description', '"description":""', { description: null }],
    ['an object as a description', '"description":{"vi":"Trực"}', { description: null }],
    ['no owner', '"owner_id":"0"', { ownerId: null }],
    ['a date that was never set', '"updated_at":"0001-01-01T00:00:00Z"', { updatedAt: null }],
    ['an unknown status', '"status":"S"', { status: 'S' }],
    ['no name', '"name":null', { name: '' }],
  ])('can have %s', (_name, member, changed) => {
    const name = /"(\w+)"/.exec(member)?.[1] ?? '';
    const json = JSON.stringify({ ...documentedRow, [name]: undefined });
    const { rows } = parse(json.replace(/\}$/, `,${member}}`));
    expect(rows.map(({ tenant }) => tenant)).toEqual([{ ...hotline, ...changed }]);
  });

  it('can lack every member', () => {
    const values = Object.fromEntries(Object.keys(hotline).map((field) => [field, null]));
    expect(parse('{}').rows).toEqual([{ tenant: { ...values, id: '', name: '' }, raw: '{}' }]);
  });

  it('is kept as unreadable if it is not an object', () => {
    expect(parse('null', '7', '"hotline"', '[]')).toEqual({
      ...{ rows: [], unreadable: ['null', '7', '"hotline"', '[]'] },
    });
  });

  it('is read or kept, whatever JSON its members are', () => {
    const members = Object.fromEntries(
      Object.keys(documentedRow).map((name) => [name, fc.option(fc.jsonValue({ maxDepth: 2 }))]),
    );
    const isText = (value: unknown) => value === null || typeof value === 'string';
    fc.assert(
      fc.property(fc.record(members, { requiredKeys: [] }), (row) => {
        const { rows, unreadable } = parse(JSON.stringify(row));
        expect(unreadable).toEqual([]);
        expect(rows).toHaveLength(1);
        const [first] = rows;
        expect(Object.keys(first?.tenant ?? {}).toSorted()).toEqual(
          Object.keys(hotline).toSorted(),
        );
        for (const value of Object.values(first?.tenant ?? {})) expect(isText(value)).toBe(true);
      }),
    );
  });

  it.each(['hotline', 'network', 'is_free_charge', 'status'])('must have a short %s', (name) => {
    const value = 'x'.repeat(limits.valueLength);
    expect(parse(JSON.stringify({ ...documentedRow, [name]: value })).rows).toHaveLength(1);
    expect(() => parse(JSON.stringify({ ...documentedRow, [name]: `${value}x` }))).toThrow(
      expect.objectContaining({ code: 'answer_too_large' }),
    );
  });
});

describe('an answer with hotlines', () => {
  it.each([
    ['of tenants', '{"tenants":[{"id":"1"}]}', 'not_this_api'],
    ['of something else', '{"users":[]}', 'not_this_api'],
    ['that was cut', '{"hotlines":null}', 'answer_incomplete'],
    ['without paging', '{"hotlines":[]}', 'answer_incomplete'],
    ['that is a list', '[]', 'not_this_api'],
    ['that is no JSON', '<html>', 'not_this_api'],
  ])('is not one %s', (_name, body, code) => {
    expect(() => parseRows(body)).toThrow(expect.objectContaining({ code }));
  });

  it('can be an empty list, as a Go server writes it', () => {
    const answer = parseRows('{"hotlines":null,"paging":{"limit":100,"next":""}}');
    expect([answer.next, answer.read()]).toEqual([null, { rows: [], unreadable: [] }]);
  });
});

describe('the address of the hotlines', () => {
  const apiKey = 'key';
  const query = { records: 'hotlines', filter: {}, paging: { limit: 25 } } as const;
  const signal = new AbortController().signal;

  it.each(['Etelecom', 'ETelecom', 'both'] as const)(
    'is found on a server that spells the service %s',
    async (serviceSpelling) => {
      await using server = await startSandbox({
        ...{ apiKey, tenants: 30, hotlines: 30, serviceSpelling },
      });
      const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
      for (let time = 0; time < 2; time++) {
        const answer = parseBody(await client.fetchPage(server, query, signal), query);
        expect(answer.read().rows).toHaveLength(25);
        expect(answer.next).not.toBeNull();
      }
      // Once the spelling is known, no request is wasted.
      expect(server.hotlineRequests).toHaveLength(serviceSpelling === 'ETelecom' ? 3 : 2);
      await client.listTenants(server, { filter: {}, paging: { limit: 25 } }, signal);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('is asked for in both spellings before the call counts as absent', async () => {
    await using server = await startSandbox({ apiKey, tenants: 30 });
    const client = new EtelecomClient({ fetch, firstRetryDelay: 1 });
    await client.listTenants(server, { filter: {}, paging: { limit: 25 } }, signal);
    await expect(client.fetchPage(server, query, signal)).rejects.toMatchObject({
      code: 'wrong_address',
    });
    await client.listTenants(server, { filter: {}, paging: { limit: 25 } }, signal);
    // A server without the call does not change how its service is spelled.
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    'https://api.etelecom.vn/v1/partner.Etelecom/GetPartnerHotlineList',
    'https://api.etelecom.vn/v1/partner.ETelecom/GetPartnerHotlineList/',
    'https://api.etelecom.vn/v1/partner.etelecom/getpartnerhotlinelist',
    'https://api.etelecom.vn/v1/partner.Etelecom/GetPartnerTenantList',
    "curl 'https://api.etelecom.vn/v1/partner.Etelecom/GetPartnerHotlineList' -X POST",
  ])('can be pasted as the address of the server: %s', (typed) => {
    expect(parseBaseUrl(typed)).toBe('https://api.etelecom.vn/v1/partner');
  });
});
