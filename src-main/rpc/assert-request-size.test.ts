import { expect, it } from 'vitest';
import { mostAccounts } from '../../src-shared/limits.ts';
import { assertRequestSize } from './assert-request-size.ts';

const million = 1_000_000;

it.each([
  ['nothing', undefined],
  ['plain data', { texts: ['a'], number: 1, none: null, is: true, missing: undefined }],
  ['an object without a prototype', Object.assign(Object.create(null), { text: 'a' })],
  ['a long text', 'a'.repeat(20_000)],
])('accepts %s', (_what, request) => {
  expect(() => assertRequestSize('connect', request)).not.toThrow();
});

it('accepts 500,000 rows in an export', () => {
  const tenant = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`field${at}`, 'value']));
  const request = { scope: { tenants: Array(500_000).fill(tenant) } };
  expect(() => assertRequestSize('exportTenants', request)).not.toThrow();
  expect(() => assertRequestSize('connect', request)).toThrow('too many');
});

const accountId = '00000000-0000-4000-8000-000000000001';
const values = Array.from({ length: 10_000 }, (_, at) => `1108784378745${at}`);
const matching = { matching: { by: 'any', values } };
/** Each with 200 characters, which is the most that a file of so many rows can have. */
const importedRows = Array.from({ length: 100_000 }, (_, at) => ({
  ...{ tenant: `1108784378745${100_000 + at}`, ownerName: 'a'.repeat(81), tags: 'b'.repeat(50) },
  note: 'c'.repeat(50),
}));
const keys = Array.from({ length: 500_000 }, (_, at) => ` ${at}`);

it.each([
  ['listTenants', { filter: matching }],
  ['getFacets', { filter: matching }],
  ['getOverview', { filter: matching }],
  ['measureExport', { scope: { filter: matching }, filterValues: matching }],
  ['exportTenants', { scope: { filter: matching, keys } }],
  ['findSelected', { filter: matching, keys }],
  ['annotateTenants', { tenants: { keys } }],
  ['annotateTenants', { tenants: { filter: matching, except: keys } }],
  ['restoreAnnotations', { annotations: keys.map((tenantId) => ({ tenantId, annotation: null })) }],
  ['previewImport', { rows: importedRows }],
  ['importAnnotations', { rows: importedRows }],
  ['saveListState', { listState: { changedViews: Array(100).fill({ filterValues: matching }) } }],
  ['restoreBackup', { accounts: Array(mostAccounts).fill({ accountId, targetId: accountId }) }],
  ['saveViews', { views: Array(100).fill({ filterValues: matching }) }],
] as const)('accepts the largest request of %s', (name, request) => {
  expect(() => assertRequestSize(name, request)).not.toThrow();
});

const cyclic: Record<string, unknown> = {};
cyclic.itself = cyclic;
let deep: unknown = null;
for (let depth = 0; depth < million; depth++) deep = [deep];

it.each([
  ['a million names', { commands: Array(million).fill('refresh') }],
  ['an array that is only long', { commands: new Array(1_000_000_000) }],
  ['an object with many members', Object.fromEntries(Array.from({ length: 10_000 }).entries())],
  ['a very long text', { name: 'a'.repeat(3 * million) }],
  ['a very long member name', { ['a'.repeat(3 * million)]: 1 }],
  ['many long texts', { texts: Array(3_000).fill('a'.repeat(1_000)) }],
  ['an object that contains itself', cyclic],
  ['deep nesting', deep],
  ['bytes', { name: new Uint8Array(10) }],
  ['a buffer', new ArrayBuffer(10)],
  ['a map', new Map([['a', 'b']])],
  ['a set', { names: new Set(['a']) }],
  ['a date', { at: new Date() }],
  ['a pattern', /a/],
  ['an error', new Error('a')],
  ['a big integer', { count: 1n }],
])('refuses %s at once', (_what, request) => {
  const start = process.cpuUsage();
  expect(() => assertRequestSize('offerCommands', request)).toThrow(
    expect.objectContaining({ code: 'invalid_request' }),
  );
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
});
