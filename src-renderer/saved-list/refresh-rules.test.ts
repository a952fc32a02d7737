import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src-shared/errors.ts';
import type { SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import { automaticRefresh } from './refresh-rules.ts';

const now = Date.parse('2026-11-23T09:00:00Z');
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

const run: RefreshRun = {
  runId: 1,
  filter: {},
  startedAt: minutesAgo(60),
  endedAt: minutesAgo(59),
  milliseconds: 60_000,
  pages: 23,
  rows: 2300,
  duplicates: 0,
  unreadableRows: 0,
  isComplete: true,
  errorCode: null,
};
const broken = (errorCode: ErrorCode | null): RefreshRun => ({
  ...run,
  endedAt: null,
  isComplete: false,
  errorCode,
});
const complete = (age: number, interruptedRun: RefreshRun | null = null): SavedListStatus => ({
  state: 'complete',
  tenants: 2300,
  fetchedAt: minutesAgo(age),
  completeRun: run,
  interruptedRun,
  changes: { new: 0, changed: 0, gone: 0 },
  accounts: { complete: 1, of: 1 },
});
const none: SavedListStatus = {
  ...complete(0),
  state: 'none',
  tenants: 0,
  fetchedAt: null,
  completeRun: null,
  accounts: { complete: 0, of: 1 },
};
const partial: SavedListStatus = {
  ...complete(60, broken('server_failed')),
  state: 'partial',
  completeRun: null,
  accounts: { complete: 0, of: 1 },
};

const preferences = { refreshOnStart: true, refreshMinutes: 15 } as const;
const off = { refreshOnStart: false, refreshMinutes: 0 } as const;
const at = { now, lastTry: null, preferences };

describe('at the start', () => {
  const start = { ...at, moment: 'start' } as const;

  it('refreshes a list older than 15 minutes, and no younger one', () => {
    expect(automaticRefresh({ ...start, saved: complete(16) })).toBe('whole');
    expect(automaticRefresh({ ...start, saved: complete(14) })).toBeNull();
  });

  it('takes a list from the future for old: the clock was set back', () => {
    expect(automaticRefresh({ ...start, saved: complete(-30) })).toBe('whole');
  });

  it('goes on with what broke off', () => {
    expect(automaticRefresh({ ...start, saved: complete(16, broken('canceled')) })).toBe(
      'continue',
    );
  });

  it('leaves a first run that broke off to the user', () => {
    expect(automaticRefresh({ ...start, saved: partial })).toBeNull();
  });

  it('does nothing when that is switched off, except to fetch the first list', () => {
    expect(automaticRefresh({ ...start, preferences: off, saved: complete(600) })).toBeNull();
    expect(automaticRefresh({ ...start, preferences: off, saved: none })).toBe('whole');
  });
});

describe('when the server is in reach again', () => {
  const back = { ...at, moment: 'return' } as const;

  it('goes on with what the network broke off, and with nothing that a person did', () => {
    const young = (code: ErrorCode) => complete(1, broken(code));
    expect(automaticRefresh({ ...back, saved: young('unreachable') })).toBe('continue');
    expect(automaticRefresh({ ...back, saved: young('canceled') })).toBeNull();
  });

  it('fetches the first list', () => {
    expect(automaticRefresh({ ...back, preferences: off, saved: none })).toBe('whole');
  });
});

describe('each minute', () => {
  const tick = { ...at, moment: 'tick' } as const;

  it('refreshes when the list has come of age', () => {
    expect(automaticRefresh({ ...tick, saved: complete(14) })).toBeNull();
    expect(automaticRefresh({ ...tick, saved: complete(16) })).toBe('whole');
  });

  it('does not try again at once what has failed', () => {
    const tried = (minutes: number) => now - minutes * 60_000;
    expect(automaticRefresh({ ...tick, lastTry: tried(5), saved: complete(60) })).toBeNull();
    expect(automaticRefresh({ ...tick, lastTry: tried(16), saved: complete(60) })).toBe('whole');
  });

  it('does nothing when that is switched off', () => {
    expect(automaticRefresh({ ...tick, preferences: off, saved: complete(600) })).toBeNull();
    expect(automaticRefresh({ ...tick, preferences: off, saved: none })).toBeNull();
  });
});
