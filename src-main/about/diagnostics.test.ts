import { expect, it } from 'vitest';
import type { Account } from '../../src-shared/account.ts';
import type { SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import { writeDiagnostics, type DiagnosticFacts } from './diagnostics.ts';

const run: RefreshRun = {
  runId: 7,
  kind: 'full',
  periods: [],
  changes: { new: 0, changed: 0, gone: 0 },
  filter: { name: 'Secret Customer', ownerId: '1000000000000000001' },
  startedAt: '2026-11-24T01:00:00.000Z',
  endedAt: '2026-11-24T01:00:09.000Z',
  milliseconds: 9000,
  pages: 23,
  rows: 2300,
  duplicates: 1,
  unreadableRows: 2,
  isComplete: true,
  errorCode: null,
};
const saved: SavedListStatus = {
  state: 'complete',
  tenants: 2300,
  fetchedAt: '2026-11-24T01:00:09.000Z',
  completeRun: run,
  interruptedRun: { ...run, rows: 400, isComplete: false, errorCode: 'server_failed' },
  readInFullAt: null,
  failure: null,
  shrunkRun: null,
  unreadableRows: 0,
  quickRefreshOff: null,
  accounts: { complete: 1, of: 1 },
};
const account: Account = {
  kind: 'partner',
  accountId: '7d8f8d2e-6f0c-4c1e-9c57-0d7a2b9d8a11',
  name: 'Secret Partner',
  color: 'teal',
  baseUrl: 'https://secret.example/hidden/partner',
  keyStorage: 'keychain',
};
const facts: DiagnosticFacts = {
  versions: { app: '1.2.3', electron: '45.4.1', chromium: '150.0.0.0', node: '24.21.0' },
  system: 'Linux 6.1.0 x64',
  locale: 'vi-VN',
  preferences: {
    language: 'vi',
    colorScheme: 'dark',
    refreshOnStart: true,
    refreshMinutes: 15,
    density: 'compact',
    zoomPercent: 125,
    timeZone: 'vietnam',
    showsOverview: true,
    historyDays: 400,
    fullRefreshHours: 24,
    updates: 'automatic',
  },
  defaultBaseUrl: 'https://api.etelecom.vn/v1/partner',
  accounts: [{ account, saved }],
  storeBytes: 12_345_678,
  errors: [{ at: '2026-11-24T01:02:03.000Z', channel: 'listTenants', code: 'timed_out' }],
};

it('contains the facts that support needs', () => {
  const text = writeDiagnostics(facts);
  for (const fact of [
    'eTelecom Tenants 1.2.3',
    'Electron 45.4.1',
    'Linux 6.1.0 x64, vi-VN',
    'zoom: 125 %',
    '12.3 MB',
    'Refresh at the start: yes, automatically: every 15 minutes',
    'another address, key: keychain',
    '2300 rows on 23 pages in 9000 ms, 1 duplicate, 2 unreadable, complete',
    'interrupted (server_failed)',
    'listTenants: timed_out',
  ]) {
    expect(text).toContain(fact);
  }
});

it('says what cannot be read', () => {
  const text = writeDiagnostics({
    ...facts,
    storeBytes: null,
    accounts: [{ account, saved: null }],
  });
  expect(text).toContain('Saved lists: size cannot be read');
  expect(text).toContain('Saved list: cannot be read');
});

it('says that the automatic refresh is off', () => {
  const text = writeDiagnostics({
    ...facts,
    preferences: { ...facts.preferences, refreshMinutes: 0 },
  });
  expect(text).toContain('Refresh at the start: yes, automatically: off\n');
});

it('contains no names, addresses or ids', () => {
  const text = writeDiagnostics(facts);
  for (const secret of ['Secret', 'secret', 'hidden', account.accountId, '1000000000000000001']) {
    expect(text).not.toContain(secret);
  }
});
