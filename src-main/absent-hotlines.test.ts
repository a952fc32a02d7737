import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Faults } from '../sandbox/faults.ts';
import { startHotlines, type TestHotlines } from './test-hotlines.ts';

let app: TestHotlines;
beforeEach(async () => {
  app = await startHotlines();
});
afterEach(() => app[Symbol.asyncDispose]());

describe('a refresh', () => {
  const permissionDenied = { code: 'permission_denied', msg: 'Không có quyền', meta: {} };
  const absences: [string, () => void, string][] = [
    ['has no such call', () => app.server.setHotlines(undefined), 'wrong_address'],
    [
      'does not permit it',
      () => app.server.setHotlineFaults({ answer: { status: 403, body: permissionDenied } }),
      'no_permission',
    ],
    [
      'does not permit it, without a reason',
      () => app.server.setHotlineFaults({ html: { status: 403 } }),
      'no_permission',
    ],
    [
      'has not implemented it',
      () => {
        const body = { code: 'unimplemented', msg: 'Chưa hỗ trợ' };
        app.server.setHotlineFaults({ answer: { status: 501, body } });
      },
      'wrong_address',
    ],
  ];
  it.each(absences)(
    'succeeds if the server %s, and asks again in full only',
    async (_, refuse, code) => {
      refuse();
      expect(await app.refresh()).toMatchObject({ rows: 320, isComplete: true });
      expect(await app.status('hotlines')).toMatchObject({
        state: 'none',
        tenants: 0,
        failure: code,
      });
      expect(await app.status('tenants')).toMatchObject({ state: 'complete', failure: null });
      expect(await app.countRequests(() => app.refresh('quick'))).toBe(0);
      expect(await app.countRequests(() => app.refresh('whole'))).toBeGreaterThan(0);

      app.server.setHotlineFaults({});
      app.server.setHotlines(app.server.hotlines ?? []);
      await app.refresh();
      expect(await app.status('hotlines')).toMatchObject({ state: 'complete', failure: null });
    },
  );

  const failures: [string, Faults, string][] = [
    ['fails', { status: { status: 500 } }, 'server_failed'],
    ['fails at the second page', { status: { status: 500, after: 1 } }, 'server_failed'],
    ['answers with a web page', { html: { status: 200 } }, 'not_this_api'],
    ['repeats a cursor', { repeatCursor: {} }, 'cursor_repeated'],
  ];
  it.each(failures)(
    'succeeds if the server %s for hotlines, and asks again soon',
    async (_, faults, code) => {
      app.server.setHotlineFaults(faults);
      expect(await app.refresh()).toMatchObject({ rows: 320, isComplete: true });
      expect((await app.status('hotlines')).failure).toBe(code);
      expect(await app.countRequests(() => app.refresh('quick'))).toBeGreaterThan(0);
      expect((await app.status('hotlines')).failure).toBe(code);

      app.server.setHotlineFaults({});
      expect(await app.refresh('quick')).toMatchObject({ kind: 'quick' });
      expect(await app.status('hotlines')).toMatchObject({
        state: 'complete',
        tenants: 250,
        failure: null,
      });
      expect(await app.savedHotlines()).toEqual(app.hotlinesOnServer());
      expect(await app.countRequests(() => app.refresh('quick'))).toBe(0);
    },
  );
});
