import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchTime } from './watch-time.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const hours = 60 * 60_000;

function watch() {
  const page = { window: new EventTarget(), document: new EventTarget() };
  const times: number[] = [];
  const stop = watchTime((now) => times.push(now), page);
  return { page, times, stop };
}

it('reports the time each minute', () => {
  const { times, stop } = watch();
  vi.advanceTimersByTime(150_000);
  expect(times).toEqual([60_000, 120_000]);
  stop();
});

it.each([
  ['the window gets the focus', 'window', 'focus'],
  ['the window is shown', 'document', 'visibilitychange'],
] as const)('reports the time at once when %s after the computer slept', (_when, target, event) => {
  const { page, times, stop } = watch();
  // The clock moves on, but no timer runs.
  vi.setSystemTime(8 * hours);
  page[target].dispatchEvent(new Event(event));
  expect(times).toEqual([8 * hours]);
  stop();
  page[target].dispatchEvent(new Event(event));
  vi.advanceTimersByTime(60_000);
  expect(times).toHaveLength(1);
});

it('reports a clock that was set back', () => {
  vi.setSystemTime(8 * hours);
  const { page, times, stop } = watch();
  vi.setSystemTime(0);
  page.window.dispatchEvent(new Event('focus'));
  expect(times).toEqual([0]);
  stop();
});
