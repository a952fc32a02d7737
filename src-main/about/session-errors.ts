import type { ErrorCode } from '../../src-shared/errors.ts';

interface SessionError {
  /** When, ISO 8601. */
  at: string;
  /** Which channel of the bridge answered it. */
  channel: string;
  code: ErrorCode;
}

const kept = 20;

/** The last errors the page was answered, by their codes only: a message may name a file or an address. */
export class SessionErrors {
  #errors: readonly SessionError[] = [];

  add(channel: string, code: ErrorCode): void {
    if (code === 'canceled') return;
    const error = { at: new Date().toISOString(), channel, code };
    this.#errors = [...this.#errors, error].slice(-kept);
  }

  all(): readonly SessionError[] {
    return this.#errors;
  }
}
