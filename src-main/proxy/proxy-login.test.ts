import { expect, it } from 'vitest';
import type { ProxyCredentials, ProxyQuestion } from '../../src-shared/proxy-login.ts';
import { ProxyLogin } from './proxy-login.ts';

const proxy = { isProxy: true, host: 'proxy.company.vn', port: 3128 };
const otherProxy = { ...proxy, host: 'other.company.vn' };
const lan = { userName: 'lan', password: 'mật khẩu' };

/** Starts without credentials. `shown` has each question that was shown, and `null` for each time one was hidden. */
function start({ hasWindow = true } = {}) {
  const shown: (ProxyQuestion | null)[] = [];
  const login = new ProxyLogin((question) => {
    if (hasWindow) shown.push(question);
    return hasWindow;
  });
  const answer = (credentials: ProxyCredentials | null) => {
    const { question } = login;
    if (question === null) throw new Error('No question is open');
    login.answer({ questionId: question.questionId, credentials });
  };
  return { login, shown, answer };
}

it('asks once for requests that meet the proxy at the same time, and not again for later ones', async () => {
  const { login, shown, answer } = start();
  const together = [1, 2, 3].map(() => login.forRequest()(proxy));
  expect(shown).toMatchObject([{ proxy: 'proxy.company.vn:3128', wasRefused: false }]);
  answer(lan);
  expect(await Promise.all(together)).toEqual([lan, lan, lan]);
  expect(await login.forRequest()(proxy)).toEqual(lan);
  expect(shown).toMatchObject([{}, null]);
  expect(login.question).toBeNull();
});

it('asks again only if the proxy refuses what was entered', async () => {
  const { login, shown, answer } = start();
  const [first, second] = [login.forRequest(), login.forRequest()];
  const wrong = [first(proxy), second(proxy)];
  answer({ userName: 'lan', password: 'wrong' });
  await Promise.all(wrong);
  const again = first(proxy);
  expect(login.question).toMatchObject({ wasRefused: true });
  answer(lan);
  expect(await again).toEqual(lan);
  // The second request was refused, too, but since then the user has entered something else.
  expect(await second(proxy)).toEqual(lan);
  expect(shown.filter((question) => question !== null)).toHaveLength(2);
});

it('fails all waiting requests if the user cancels, and asks again for what the user starts next', async () => {
  const { login, shown, answer } = start();
  const together = [login.forRequest()(proxy), login.forRequest()(proxy)];
  answer(null);
  const canceled = { code: 'proxy_login_canceled' };
  for (const request of together) await expect(request).rejects.toMatchObject(canceled);
  await expect(login.forRequest()(proxy)).rejects.toMatchObject(canceled);
  expect(shown).toHaveLength(2);

  login.askAgain();
  const next = login.forRequest()(proxy);
  answer(lan);
  expect(await next).toEqual(lan);
});

it('hides the question when no request waits for it any more', async () => {
  const { login, shown } = start();
  const controllers = [new AbortController(), new AbortController()];
  const requests = controllers.map(({ signal }) => login.forRequest()(proxy, signal));
  const results = Promise.allSettled(requests);
  controllers[0]?.abort();
  await expect(requests[0]).rejects.toMatchObject({ code: 'canceled' });
  expect(login.question).not.toBeNull();
  controllers[1]?.abort();
  await results;
  expect(login.question).toBeNull();
  expect(shown.at(-1)).toBeNull();
});

it('shows the questions of two proxies one after the other', async () => {
  const { login, answer } = start();
  const first = login.forRequest()(proxy);
  const second = login.forRequest()(otherProxy);
  expect(login.question).toMatchObject({ proxy: 'proxy.company.vn:3128' });
  answer(lan);
  expect(login.question).toMatchObject({ proxy: 'other.company.vn:3128' });
  answer({ ...lan, userName: 'hà' });
  expect([await first, await second]).toEqual([lan, { ...lan, userName: 'hà' }]);
});

it('fails without a window, and when the window is closed', async () => {
  const without = start({ hasWindow: false });
  const failed = { code: 'proxy_failed' };
  await expect(without.login.forRequest()(proxy)).rejects.toMatchObject(failed);
  expect(without.login.question).toBeNull();

  const { login } = start();
  const asked = login.forRequest()(proxy);
  login.windowClosed();
  await expect(asked).rejects.toMatchObject(failed);
  expect(login.question).toBeNull();
});

it('ignores an answer to a question that is no longer open', async () => {
  const { login, answer } = start();
  const asked = login.forRequest()(proxy);
  login.answer({ questionId: crypto.randomUUID(), credentials: { ...lan, password: 'old' } });
  answer(lan);
  expect(await asked).toEqual(lan);
});

it('answers the events of the updater’s session', async () => {
  const { login, answer } = start();
  const listener = login.forSession();
  const emit = (asker = proxy) =>
    new Promise<unknown[]>((resolve) => listener(asker, (...given) => resolve(given)));
  const [first, together] = [emit(), login.forRequest()(proxy)];
  answer(lan);
  expect(await first).toEqual(['lan', 'mật khẩu']);
  expect(await together).toEqual(lan);
  // Chromium emits the event of this session again only if the proxy has refused the credentials.
  const refused = emit();
  expect(login.question).toMatchObject({ wasRefused: true });
  answer(null);
  expect(await refused).toEqual([]);
  expect(await emit({ ...proxy, isProxy: false })).toEqual([]);
});
