import { expect, it } from 'vitest';
import { createTranslations } from '../../src-main/translations.ts';
import { changeText } from './change-text.ts';

const t = createTranslations()('en');
const formatDate = (text: string) => text.slice(0, 'yyyy-mm-dd'.length);
const textOf = (change: Parameters<typeof changeText>[0]['change']) =>
  changeText({ change, records: 'tenants', t, formatDate });

it('names each changed field with its values, short ones first', () => {
  const fields = [
    {
      field: 'name' as const,
      before: ' Công ty An Bình ',
      after: 'Công ty {{an}} $t(tenants.account)',
    },
    { field: 'status' as const, before: 'P', after: 'N' },
    { field: 'connectionId' as const, before: null, after: '7' },
    { field: 'createdAt' as const, before: '2026-11-20T10:05:00Z', after: '0001-01-01' },
  ];
  expect(textOf({ kind: 'changed', fields }).split('; ')).toEqual([
    'Connection ID: — → 7',
    'Status: Enabled → Disabled',
    'Created: 2026-11-20 → 0001-01-01',
    'Name: Công ty An Bình → Công ty {{an}} $t(tenants.account)',
  ]);
});

it('does not list the values of new and gone tenants', () => {
  const fields = [{ field: 'status' as const, before: 'P', after: null }];
  expect(textOf({ kind: 'new', fields: [] })).toBe('New tenant');
  expect(textOf({ kind: 'gone', fields })).toBe('No longer on the server');
});
