import { describe, expect, it } from 'vitest';
import { parseErrorBody } from './wire-error.ts';
import { toWireRequest, type TenantQuery } from './wire.ts';

describe('a request', () => {
  it('is empty for an empty query', () => {
    const request = toWireRequest({ filter: {}, paging: { limit: 25 } });
    expect(JSON.parse(JSON.stringify(request))).toEqual({ filter: {}, paging: { limit: 25 } });
  });

  it('has filter, cursor and sort under the API’s names', () => {
    expect(
      toWireRequest({
        filter: { name: 'điện', ownerIds: ['1108213456789012346'] },
        sort: [{ field: 'updatedAt', direction: 'descending' }],
        paging: { before: 'cursor', limit: 50 },
      }),
    ).toEqual({
      filter: { name: 'điện', owner_id: '1108213456789012346' },
      paging: { before: 'cursor', limit: 50, sort: '-updated_at' },
    });
  });

  it.each<Partial<TenantQuery>>([
    { filter: { statuses: ['P'] } },
    { filter: { change: 'new' } },
    { filter: { ownerIds: ['1', '2'] } },
    { filter: { ownerIds: ['own-abc'] } },
    { filter: { ownerIds: ['12345678901234567890'] } },
    { sort: [{ field: 'name', direction: 'ascending' }] },
    {
      sort: [
        { field: 'createdAt', direction: 'ascending' },
        { field: 'updatedAt', direction: 'ascending' },
      ],
    },
    { paging: { limit: 25, offset: 50 } },
  ])('is rejected for %j, which the server does not support', (query) => {
    const asked = () => toWireRequest({ filter: {}, paging: { limit: 25 }, ...query });
    expect(asked).toThrow(expect.objectContaining({ code: 'request_refused' }));
  });
});

describe('an error body', () => {
  it('is parsed as Twirp writes it', () => {
    expect(parseErrorBody({ code: 'invalid_argument', msg: 'sai' })).toEqual({
      code: 'invalid_argument',
      msg: 'sai',
    });
    expect(parseErrorBody({ code: 'internal', meta: {} })).toEqual({ code: 'internal', msg: '' });
    expect(parseErrorBody('{"code":"internal","msg":"as text"}')).toEqual({
      code: 'internal',
      msg: 'as text',
    });
    expect(parseErrorBody({ code: 3, msg: 'lỗi' })).toEqual({ code: '3', msg: 'lỗi' });
    expect(parseErrorBody({ msg: 'lỗi' })).toEqual({ code: '', msg: 'lỗi' });
    expect(parseErrorBody('<html>')).toBeNull();
    expect(parseErrorBody({ error: 'other' })).toBeNull();
  });
});
