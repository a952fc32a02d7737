import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnswer as parseBody, parseRows as parseRowsOf } from './wire.ts';

const parseAnswer = (body: string, options = {}) =>
  parseBody(new TextEncoder().encode(body), options);
const parseRows = (body: string, options: Parameters<typeof parseRowsOf>[1] = {}) =>
  parseRowsOf(new TextEncoder().encode(body), options);

const documentedRow = {
  id: '1108213456789012345',
  name: 'Công ty TNHH Hoàng Phát',
  domain: 'hoangphat.example.vn',
  owner_id: '1108213456789012346',
  connection_id: '1108213456789012347',
  connection_method: 'builtin',
  status: 'P',
  created_at: '2019-08-24T14:15:22Z',
  updated_at: '2019-08-24T14:15:22.123456Z',
};

function parseRow(row: unknown) {
  return parseAnswer(JSON.stringify({ paging: {}, tenants: [row] })).tenants[0];
}

describe('an answer', () => {
  it('is parsed as documented', () => {
    const paging = { after: '', before: '', limit: 100, next: 'n', prev: 'p', sort: '' };
    const answer = parseAnswer(JSON.stringify({ paging, tenants: [documentedRow] }));
    expect(answer.paging).toEqual({ next: 'n', prev: 'p', limit: 100 });
    expect(answer.unreadableRows).toBe(0);
    expect(answer.tenants).toEqual([
      {
        id: '1108213456789012345',
        name: 'Công ty TNHH Hoàng Phát',
        domain: 'hoangphat.example.vn',
        status: 'P',
        ownerId: '1108213456789012346',
        connectionMethod: 'builtin',
        connectionId: '1108213456789012347',
        createdAt: '2019-08-24T14:15:22Z',
        updatedAt: '2019-08-24T14:15:22.123456Z',
      },
    ]);
  });

  it('keeps every digit of a numeric id', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), (id) => {
        const body = `{"tenants":[{"id":${id},"owner_id":${id},"connection_id":"${id}"}]}`;
        expect(parseAnswer(body).tenants[0]).toMatchObject({
          id: String(id),
          ownerId: String(id),
          connectionId: String(id),
        });
      }),
    );
  });

  it('does not change digits in text', () => {
    const name = 'A "quoted" 12345678901234567890, 1e400';
    expect(parseRow({ ...documentedRow, name })?.name).toBe(name);
  });

  it('keeps rows with null, absent, unknown or wrongly typed members', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            id: fc.jsonValue(),
            name: fc.jsonValue(),
            status: fc.jsonValue(),
            owner_id: fc.jsonValue(),
            connection_method: fc.jsonValue(),
            created_at: fc.jsonValue(),
            added_in_2027: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
        (row) => {
          const answer = parseAnswer(JSON.stringify({ tenants: [documentedRow, row] }));
          expect(answer.tenants).toHaveLength(2);
          expect(answer.unreadableRows).toBe(0);
        },
      ),
    );
  });

  it('maps zero and empty text to null, and keeps unknown values', () => {
    expect(
      parseRow({
        ...documentedRow,
        owner_id: '0',
        connection_id: '',
        status: 'X9',
        connection_method: 'carrier-pigeon',
        created_at: null,
        updated_at: '',
      }),
    ).toMatchObject({
      ownerId: null,
      connectionId: null,
      status: 'X9',
      connectionMethod: 'carrier-pigeon',
      createdAt: null,
      updatedAt: null,
    });
  });

  it.each([
    ...['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.5Z', '0001-01-01T07:00:00+07:00', '0', 0],
    ...[' ', '0000-12-31T17:00:00-07:00'],
  ])('maps the date %j, which means none, to null', (created_at) => {
    expect(parseRow({ ...documentedRow, created_at })?.createdAt).toBeNull();
  });

  it.each(['1970-01-01T00:00:00Z', '1899-12-31T00:00:00Z', '2024-02-30T00:00:00Z', 'soon'])(
    'keeps the date %j as the server wrote it',
    (created_at) => {
      expect(parseRow({ ...documentedRow, created_at })?.createdAt).toBe(created_at);
    },
  );

  it('maps an id of zero to no id', () => {
    expect(parseRow({ ...documentedRow, id: '0' })?.id).toBe('');
    expect(parseRow({ ...documentedRow, id: 0 })?.id).toBe('');
  });

  it.each(['[]', '""', 'null'])('has rows but no cursor if paging is %s', (paging) => {
    const body = `{"paging":${paging},"tenants":[${JSON.stringify(documentedRow)}]}`;
    expect(parseAnswer(body)).toMatchObject({
      tenants: [{ id: documentedRow.id }],
      paging: { next: null, prev: null, limit: 1 },
    });
  });

  it.each(['{}', 'false', '["a"]'])('is rejected if its cursor is %s', (next) => {
    const body = `{"paging":{"next":${next}},"tenants":[]}`;
    expect(() => parseAnswer(body)).toThrow(expect.objectContaining({ code: 'not_this_api' }));
  });

  it('counts rows that are not tenants', () => {
    const answer = parseAnswer(JSON.stringify({ tenants: [null, documentedRow, 'row', 7, []] }));
    expect(answer.tenants).toHaveLength(1);
    expect(answer.unreadableRows).toBe(4);
  });

  it.each(['{"paging":{"next":""},"tenants":null}', '{"tenants":[]}', '{"paging":{}}'])(
    'is an empty list if it is %s',
    (body) => {
      expect(parseAnswer(body)).toMatchObject({ tenants: [], paging: { next: null, prev: null } });
    },
  );

  it.each(['', '<html>', '{', 'null', '[]', '{}', '{"status":"ok"}', '{"tenants":"none"}'])(
    'is not from this API if it is %j',
    (body) => {
      expect(() => parseAnswer(body)).toThrow(expect.objectContaining({ code: 'not_this_api' }));
    },
  );
});

describe('an answer that must be whole', () => {
  const incomplete: unknown = expect.objectContaining({ code: 'answer_incomplete' });

  it.each([
    '{"tenants":null}',
    '{"tenants":null,"paging":null}',
    '{"tenants":null,"paging":{}}',
    '{"tenants":null,"paging":{"next":""}}',
    '{"paging":{}}',
    '{"paging":{"next":"n"}}',
    '{"tenants":[]}',
    '{"tenants":[{"id":"1"}]}',
    '{"tenants":[{"id":"1"}],"paging":null}',
    '{"tenants":[{"id":"1"}],"paging":[]}',
    '{"tenants":[{"id":"1"}],"paging":"end"}',
  ])('is refused if it is %s', (body) => {
    expect(() => parseRows(body)).toThrow(incomplete);
    expect(() => parseAnswer(body, { mustBeWhole: true })).toThrow(incomplete);
  });

  it.each([
    '{"tenants":[],"paging":{}}',
    '{"tenants":[],"paging":{"limit":100,"next":""}}',
    '{"tenants":null,"paging":{"limit":100,"next":""}}',
    '{"paging":{"limit":100}}',
  ])('is the end of the list if it is %s', (body) => {
    expect(parseRows(body)).toMatchObject({ next: null });
  });
});

it.each([
  ['"-updated_at"', false],
  ['""', false],
  ['null', false],
  ['7', false],
  ['"updated_at"', true],
  ['"id"', true],
])('an answer that names the order %s has another one: %s', (sort, hasOtherSort) => {
  const newestFirst = { field: 'updatedAt', direction: 'descending' } as const;
  const body = `{"tenants":[],"paging":{"limit":100,"sort":${sort}}}`;
  expect(parseRows(body, { sort: newestFirst }).hasOtherSort).toBe(hasOtherSort);
  expect(parseRows(body).hasOtherSort).toBe(false);
});

describe('the rows of an answer', () => {
  it('come with their JSON, including every digit and member', () => {
    const rows = [
      '{"id":1108213456789012345,"name":"Điện","plan":{"seats":12,"rate":1.50}}',
      '{"id":"2","balance":-98765432109876543210.25}',
    ];
    const body = `{"paging":{"next":"n"},"tenants":[${rows[0]}, null ,${rows[1]},[12345678901234567890]]}`;
    const answer = parseRows(body);
    const read = answer.read();
    expect(read.rows.map(({ raw }) => raw)).toEqual(rows);
    expect(read.rows.map(({ tenant }) => tenant.id)).toEqual(['1108213456789012345', '2']);
    expect(read.unreadable).toEqual(['null', '[12345678901234567890]']);
    expect(answer.next).toBe('n');
  });

  it('have the same JSON as the server sent', () => {
    const row = fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: 'grapheme' }));
    fc.assert(
      fc.property(row, (members) => {
        const raw = JSON.stringify(members);
        expect(
          JSON.parse(parseRows(`{"paging":{},"tenants":[${raw}]}`).read().rows[0]?.raw ?? ''),
        ).toEqual(JSON.parse(raw));
      }),
    );
  });
});
