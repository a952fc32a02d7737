import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src-shared/errors.ts';
import type { SavedListStatus, RefreshRun } from '../../src-shared/saved-list.ts';
import { chooseAutomaticRefresh } from './choose-automatic-refresh.ts';

const now = Date.parse('2026-11-23T09:00:00Z');
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

const run: RefreshRun = {
  runId: 1,
  kind: 'full',
  periods: [],
  changes: { new: 0, changed: 0, gone: 0 },
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
const interrupted = (errorCode: ErrorCode | null): RefreshRun => ({
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
  readInFullAt: null,
  failure: null,
  shrunkRun: null,
  unreadableRows: 0,
  quickRefreshOff: null,
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
  ...complete(60, interrupted('server_failed')),
  state: 'partial',
  completeRun: null,
  accounts: { complete: 0, of: 1 },
};

const preferences = { refreshOnStart: true, refreshMinutes: 15 } as const;
const off = { refreshOnStart: false, refreshMinutes: 0 } as const;
const at = { now, lastTry: null, preferences };

describe('when the list is opened', () => {
  const start = { ...at, trigger: 'start' } as const;

  it('refreshes a list older than 15 minutes only', () => {
    expect(chooseAutomaticRefresh({ ...start, saved: complete(16) })).toBe('quick');
    expect(chooseAutomaticRefresh({ ...start, saved: complete(14) })).toBeNull();
  });

  it('treats a list from the future as old, because the clock was set back', () => {
    expect(chooseAutomaticRefresh({ ...start, saved: complete(-30) })).toBe('quick');
  });

  it('resumes an interrupted run', () => {
    expect(chooseAutomaticRefresh({ ...start, saved: complete(16, interrupted('canceled')) })).toBe(
      'resume',
    );
  });

  it('does not resume an interrupted first run, and starts again when it cannot be resumed', () => {
    expect(chooseAutomaticRefresh({ ...start, saved: partial })).toBeNull();
    const expired = { ...partial, interruptedRun: null };
    expect(chooseAutomaticRefresh({ ...start, saved: expired })).toBe('quick');
    expect(chooseAutomaticRefresh({ ...start, preferences: off, saved: expired })).toBeNull();
  });

  it('does nothing if it is turned off, except for the first refresh', () => {
    expect(chooseAutomaticRefresh({ ...start, preferences: off, saved: complete(600) })).toBeNull();
    expect(chooseAutomaticRefresh({ ...start, preferences: off, saved: none })).toBe('whole');
  });
});

describe('when the server is reachable again', () => {
  const back = { ...at, trigger: 'return' } as const;

  it('resumes a run that the network interrupted, but not one that the user canceled', () => {
    const young = (code: ErrorCode) => complete(1, interrupted(code));
    expect(chooseAutomaticRefresh({ ...back, saved: young('unreachable') })).toBe('resume');
    expect(chooseAutomaticRefresh({ ...back, saved: young('canceled') })).toBeNull();
  });

  it('refreshes a list that is due, even if the last try just failed, as after sleep', () => {
    const awake = { ...back, preferences: { refreshOnStart: false, refreshMinutes: 15 as const } };
    const lastTry = now - 30_000;
    expect(chooseAutomaticRefresh({ ...awake, lastTry, saved: complete(8 * 60) })).toBe('quick');
    expect(chooseAutomaticRefresh({ ...awake, lastTry, saved: complete(14) })).toBeNull();
    expect(
      chooseAutomaticRefresh({ ...awake, lastTry, saved: complete(600), preferences: off }),
    ).toBeNull();
  });

  it('starts the first refresh', () => {
    expect(chooseAutomaticRefresh({ ...back, preferences: off, saved: none })).toBe('whole');
  });
});

describe('each minute', () => {
  const tick = { ...at, trigger: 'tick' } as const;

  it('refreshes a list that is too old', () => {
    expect(chooseAutomaticRefresh({ ...tick, saved: complete(14) })).toBeNull();
    expect(chooseAutomaticRefresh({ ...tick, saved: complete(16) })).toBe('quick');
  });

  it('does not retry a failed refresh at once', () => {
    const tried = (minutes: number) => now - minutes * 60_000;
    expect(chooseAutomaticRefresh({ ...tick, lastTry: tried(5), saved: complete(60) })).toBeNull();
    expect(chooseAutomaticRefresh({ ...tick, lastTry: tried(16), saved: complete(60) })).toBe(
      'quick',
    );
  });

  it('refreshes once after sleep, and after the clock was set back by hours', () => {
    const slept = 8 * 60;
    const tried = now - slept * 60_000;
    expect(chooseAutomaticRefresh({ ...tick, lastTry: tried, saved: complete(slept) })).toBe(
      'quick',
    );
    expect(chooseAutomaticRefresh({ ...tick, lastTry: now, saved: complete(slept) })).toBeNull();
    const future = now + slept * 60_000;
    expect(chooseAutomaticRefresh({ ...tick, lastTry: future, saved: complete(-slept) })).toBe(
      'quick',
    );
  });

  it('does nothing if it is turned off', () => {
    expect(chooseAutomaticRefresh({ ...tick, preferences: off, saved: complete(600) })).toBeNull();
    expect(chooseAutomaticRefresh({ ...tick, preferences: off, saved: none })).toBeNull();
  });
});
