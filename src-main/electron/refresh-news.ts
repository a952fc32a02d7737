import type { TFunction } from 'i18next';
import { errorTextKey } from '../../src-shared/error-text-key.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { RefreshRun } from '../../src-shared/saved-list.ts';
import { changeKinds } from '../../src-shared/tenant-fields.ts';

const appName = 'eTelecom Tenants';
const internalError = new AppError({ code: 'internal', message: 'The error has no code' });

/** Collects what refreshes have found, for one notification about all of them. */
export class RefreshNews {
  readonly #getTranslate: () => TFunction;
  readonly #lines: { accountName: string; text: string }[] = [];
  /** The last error of each account, so that automatic refreshes report the same error only once. */
  readonly #lastErrors = new Map<string, string>();

  constructor(getTranslate: () => TFunction) {
    this.#getTranslate = getTranslate;
  }

  /**
   * Adds a complete refresh. One that found no changes is not reported, except for the first one of an account.
   *
   * @param isFirst whether the account had no complete list before.
   */
  addRun(accountName: string, run: RefreshRun, isFirst: boolean): void {
    this.#lastErrors.delete(accountName);
    const translate = this.#getTranslate();
    if (isFirst) {
      this.#add(accountName, translate('menu.refreshed', { count: run.rows }));
      return;
    }
    const changes = changeKinds
      .filter((kind) => run.changes[kind] > 0)
      .map((kind) => translate(`menu.found.${kind}`, { count: run.changes[kind] }));
    if (changes.length > 0) this.#add(accountName, changes.join(', '));
  }

  /** Adds a refresh that failed. One that the user canceled is not told. */
  addError(accountName: string, error: unknown): void {
    const { code, records } = error instanceof AppError ? error : internalError;
    const textKey = errorTextKey(code, records);
    if (code === 'canceled' || this.#lastErrors.get(accountName) === textKey) return;
    this.#lastErrors.set(accountName, textKey);
    this.#add(accountName, this.#getTranslate()(textKey));
  }

  /** Returns the notification about what was added since the last call; `null` if there is nothing to tell. */
  take(): { title: string; body: string } | null {
    const lines = this.#lines.splice(0);
    const [first, second] = lines;
    if (first === undefined) return null;
    if (second === undefined) return { title: first.accountName, body: first.text };
    return {
      title: appName,
      body: lines.map(({ accountName, text }) => `${accountName}: ${text}`).join('\n'),
    };
  }

  #add(accountName: string, text: string): void {
    this.#lines.push({ accountName, text });
  }
}
