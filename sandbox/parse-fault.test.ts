import { describe, expect, it } from 'vitest';
import { parseFault } from './parse-fault.ts';

describe('parseFault', () => {
  it.each([
    ['latency=200', { latency: { milliseconds: 200 } }],
    ['hang', { hang: {} }],
    ['cut=mid-body', { cut: { at: 'mid-body' } }],
    ['redirect=http://127.0.0.1:9/a,b', { redirect: { to: 'http://127.0.0.1:9/a,b' } }],
    ['rate-limit', { rateLimit: {} }],
    ['rate-limit=3', { rateLimit: { retryAfter: '3' } }],
    ['status=503,times=2', { status: { status: 503, times: 2 } }],
    ['html,after=1,times=2', { html: { after: 1, times: 2 } }],
    ['html=200', { html: { status: 200 } }],
    ['invalid-json', { invalidJson: {} }],
    ['answer={"a":1,"b":[2]},times=1', { answer: { body: { a: 1, b: [2] }, times: 1 } }],
    ['repeat-cursor', { repeatCursor: {} }],
    ['shift-rows', { shiftRows: {} }],
    ['cursors-at-ends', { cursorsAtEnds: {} }],
    ['awkward', { awkward: {} }],
    ['awkward=ids-zero+name-tab', { awkward: { kinds: ['ids-zero', 'name-tab'] } }],
    ['unreadable-row', { unreadableRow: {} }],
  ])('reads %s', (text, expected) => {
    expect(parseFault(text)).toEqual(expected);
  });

  it.each(['nonsense', 'latency', 'latency=soon', 'cut', 'awkward=nothing', 'answer={'])(
    'refuses %s',
    (text) => {
      expect(() => parseFault(text)).toThrow();
    },
  );
});
