import { describe, expect, it } from 'vitest';
import type { ListRecord, RecordField } from '../../src-shared/list-record.ts';
import { createClock } from '../../src-shared/time-zone.ts';
import { filterBy } from './filter-by.ts';

const clock = createClock('vietnam');

const tenant: ListRecord = {
  id: '1113524696282641913',
  name: ' Nhà thuốc Tùng Cường ',
  domain: 'tungcuong.etelecom.vn',
  status: 'P',
  ownerId: '1087843787452245659',
  connectionMethod: null,
  connectionId: '',
  createdAt: '2023-06-13T16:59:59Z',
  updatedAt: '2023-07-03T17:00:00Z',
};

describe('filtering by a value', () => {
  it.each<[RecordField, object | null]>([
    ['id', { name: '1113524696282641913' }],
    ['name', { name: 'Nhà thuốc Tùng Cường' }],
    ['status', { statuses: ['P'] }],
    ['ownerId', { ownerIds: ['1087843787452245659'] }],
    ['connectionMethod', { connectionMethods: [''] }],
    ['connectionId', null],
    // The day in Vietnam.
    ['createdAt', { createdFrom: '2023-06-13', createdTo: '2023-06-13' }],
    ['updatedAt', { changedFrom: '2023-07-04', changedTo: '2023-07-04' }],
  ])('of %s finds tenants with the same value', (field, values) => {
    expect(filterBy('saved', tenant, field, clock)).toEqual(values);
  });

  it.each(['own-abc', '-5', '12345678901234567890'])('of the owner %s is not live', (ownerId) => {
    const values = { ownerIds: [ownerId] };
    expect(filterBy('saved', { ...tenant, ownerId }, 'ownerId', clock)).toEqual(values);
    expect(filterBy('live', { ...tenant, ownerId }, 'ownerId', clock)).toBeNull();
  });

  it('is limited to name and owner in the live list', () => {
    expect(filterBy('live', tenant, 'name', clock)).toEqual({ name: 'Nhà thuốc Tùng Cường' });
    expect(filterBy('live', tenant, 'ownerId', clock)).toEqual({
      ownerIds: ['1087843787452245659'],
    });
    expect(filterBy('live', tenant, 'updatedAt', clock)).toBeNull();
  });

  it('is not possible for an invalid time', () => {
    for (const updatedAt of ['soon', '0001-01-01T00:00:00Z', '2024-02-30T00:00:00Z']) {
      expect(filterBy('saved', { ...tenant, updatedAt }, 'updatedAt', clock)).toBeNull();
    }
  });
});
