import { beforeEach, expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import { createTranslations } from '../translations.ts';
import { RefreshNews } from './refresh-news.ts';

const translations = createTranslations();
let news: RefreshNews;
beforeEach(() => {
  news = new RefreshNews(() => translations('en'));
});

function runWith(changes: Partial<RefreshRun['changes']>): RefreshRun {
  return {
    ...{ runId: 1, kind: 'quick', filter: {}, periods: [] },
    ...{ startedAt: '2026-11-24T01:00:00.000Z', endedAt: '2026-11-24T01:00:09.000Z' },
    ...{ milliseconds: 9000, pages: 1, rows: 1200, duplicates: 0, unreadableRows: 0 },
    ...{ isComplete: true, errorCode: null },
    changes: { new: 0, changed: 0, gone: 0, ...changes },
  };
}

it('tells what a refresh has found, once', () => {
  news.addRun('One', runWith({ new: 6, gone: 3 }), false);
  expect(news.take()).toEqual({ title: 'One', body: '6 new, 3 gone' });
  expect(news.take()).toBeNull();
  news.addRun('One', runWith({ changed: 1200 }), false);
  expect(news.take()).toEqual({ title: 'One', body: '1,200 changed' });
});

it('tells nothing if nothing has changed, except for the first refresh', () => {
  news.addRun('One', runWith({}), false);
  expect(news.take()).toBeNull();
  news.addRun('One', runWith({}), true);
  expect(news.take()).toEqual({ title: 'One', body: 'Refreshed: 1,200 tenants' });
});

it('tells about several accounts together', () => {
  news.addRun('One', runWith({ new: 1 }), false);
  news.addRun('Two', runWith({}), false);
  news.addError('Three', new AppError({ code: 'wrong_key', message: '' }));
  const { title, body } = news.take() ?? {};
  expect(title).toBe('eTelecom Tenants');
  expect(body?.split('\n')).toEqual(['One: 1 new', expect.stringMatching(/^Three: .*key/)]);
});

it('tells an error again only after a refresh that worked, and never that the user canceled', () => {
  const fail = (code: 'unreachable' | 'canceled' | 'server_failed') => {
    news.addError('One', new AppError({ code, message: '' }));
    return news.take();
  };
  expect(fail('canceled')).toBeNull();
  expect(fail('unreachable')).not.toBeNull();
  expect(fail('unreachable')).toBeNull();
  expect(fail('server_failed')).not.toBeNull();
  news.addRun('One', runWith({}), false);
  expect(fail('server_failed')).not.toBeNull();
});

it('tells what was missing for hotlines, also after the same error about tenants', () => {
  const textOf = (error: AppError) => {
    news.addError('One', error);
    return news.take()?.body;
  };
  const fields = { code: 'no_permission', message: '' } as const;
  expect(textOf(new AppError({ ...fields, records: 'tenants' }))).toMatch(/tenants/);
  const forHotlines = new AppError({ ...fields, records: 'hotlines' });
  expect(textOf(forHotlines)).toMatch(/hotlines/);
  expect(textOf(forHotlines)).toBeUndefined();
});

it('tells that an error without a code is internal', () => {
  news.addError('One', new TypeError('x'));
  expect(news.take()?.body).toBe(translations('en')('errors.internal'));
});
