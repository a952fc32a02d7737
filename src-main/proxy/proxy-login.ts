import { randomUUID } from 'node:crypto';
import { AppError } from '../../src-shared/errors.ts';
import type {
  AnswerProxyRequest,
  ProxyCredentials,
  ProxyQuestion,
} from '../../src-shared/proxy-login.ts';
import { untilAborted } from '../rpc/until-aborted.ts';

/** The part of Electron's `AuthInfo` that names the server that wants credentials. */
interface Asker {
  isProxy: boolean;
  host: string;
  port: number;
}

/** Receives the answer to a `login` event. */
type Answer = (userName: string, password: string) => void;

interface OpenQuestion extends PromiseWithResolvers<ProxyCredentials> {
  question: ProxyQuestion;
  /** The number of requests that wait for the answer. */
  waiting: number;
}

/**
 * The user names and passwords for proxies. Asks the user for them and keeps them in memory until the app quits. They are
 * never written to a file or log, and are never sent back to the page.
 */
export class ProxyLogin {
  readonly #show: (question: ProxyQuestion | null) => boolean;
  /** By the proxy's address. */
  readonly #credentials = new Map<string, ProxyCredentials>();
  /** The open questions by the proxy's address. The first one is shown. */
  readonly #questions = new Map<string, OpenQuestion>();
  /** The proxies for which the user canceled the question. */
  readonly #declined = new Set<string>();

  /** @param show shows a question in the window, or hides it for `null`. Returns `false` if there is no window. */
  constructor(show: (question: ProxyQuestion | null) => boolean) {
    this.#show = show;
  }

  /** The question that the page has to show. */
  get question(): ProxyQuestion | null {
    return this.#shown()?.question ?? null;
  }

  /**
   * Returns a function that finds the credentials for each `login` event of one request. Chromium emits the event again
   * if the proxy has refused them; the user is then asked again.
   *
   * The function throws an AppError: `proxy_login_canceled` if the user cancels the question, or canceled it before and
   * `askAgain` was not called since; `proxy_failed` if there is no window for the question; `canceled` if `signal` is
   * aborted.
   */
  forRequest(): (proxy: Asker, signal?: AbortSignal) => Promise<ProxyCredentials> {
    let last: ProxyCredentials | null = null;
    return async (proxy, signal) => {
      last = await this.#find(`${proxy.host}:${proxy.port}`, last, signal);
      return last;
    };
  }

  /**
   * Returns a listener for the `login` events of a whole session of Electron, such as those of the updater. Chromium
   * remembers accepted credentials for the session, so it repeats the event only if the proxy has refused them.
   */
  forSession(): (asker: Asker, answer: Answer) => void {
    const find = this.forRequest();
    return (asker, answer) => {
      // Without arguments, which the type of electron-updater forbids, the request fails with the proxy's answer. Empty
      // texts would be sent to the proxy, which would refuse them again and again.
      const cancel = () => {
        Reflect.apply(answer, undefined, []);
      };
      if (!asker.isProxy) {
        cancel();
        return;
      }
      find(asker).then(({ userName, password }) => answer(userName, password), cancel);
    };
  }

  /** Answers a question. Does nothing if it is no longer open. */
  answer({ questionId, credentials }: AnswerProxyRequest): void {
    for (const [proxy, open] of this.#questions) {
      if (open.question.questionId !== questionId) continue;
      if (credentials === null) {
        this.#declined.add(proxy);
        open.reject(new AppError({ code: 'proxy_login_canceled', message: 'The user canceled' }));
      } else {
        this.#credentials.set(proxy, credentials);
        open.resolve(credentials);
      }
      this.#close(proxy);
    }
  }

  /** Allows questions that the user canceled before. Call it when the user starts something that needs the network. */
  askAgain(): void {
    this.#declined.clear();
  }

  /** Ends all questions, because there is no window any more. */
  windowClosed(): void {
    for (const open of this.#questions.values()) open.reject(withoutWindow());
    this.#questions.clear();
  }

  /** @param refused the credentials that the proxy has refused. */
  async #find(
    proxy: string,
    refused: ProxyCredentials | null,
    signal: AbortSignal | undefined,
  ): Promise<ProxyCredentials> {
    const known = this.#credentials.get(proxy);
    if (known !== undefined && known !== refused) return known;
    this.#credentials.delete(proxy);
    const open = this.#questions.get(proxy) ?? this.#ask(proxy, refused !== null);
    open.waiting++;
    try {
      return await untilAborted(open.promise, signal);
    } finally {
      open.waiting--;
      if (open.waiting === 0 && this.#questions.get(proxy) === open) this.#close(proxy);
    }
  }

  #ask(proxy: string, wasRefused: boolean): OpenQuestion {
    if (this.#declined.has(proxy)) {
      throw new AppError({ code: 'proxy_login_canceled', message: 'The user canceled before' });
    }
    const question = { questionId: randomUUID(), proxy, wasRefused };
    const open = { ...Promise.withResolvers<ProxyCredentials>(), question, waiting: 0 };
    // The page shows one question at a time.
    if (this.#questions.size === 0 && !this.#show(question)) throw withoutWindow();
    this.#questions.set(proxy, open);
    return open;
  }

  #close(proxy: string): void {
    const isShown = this.#shown() === this.#questions.get(proxy);
    this.#questions.delete(proxy);
    if (isShown) this.#show(this.question);
  }

  #shown(): OpenQuestion | undefined {
    return this.#questions.values().next().value;
  }
}

function withoutWindow(): AppError {
  return new AppError({ code: 'proxy_failed', message: 'There is no window to ask in' });
}
