import type { ErrorCode } from '../../src-shared/errors.ts';

interface RecentError {
  /** The time of the error, ISO 8601. */
  at: string;
  /** The channel of the bridge that answered with the error. */
  channel: string;
  code: ErrorCode;
}

const maximumCount = 20;

/**
 * The last errors that were sent to the renderer since the app started. Keeps only their codes, because a message may
 * contain the name of a file or a server.
 */
export class RecentErrors {
  #errors: readonly RecentError[] = [];

  /** Adds an error, unless it only reports that the user canceled something. */
  add(channel: string, code: ErrorCode): void {
    if (code === 'canceled') return;
    const error = { at: new Date().toISOString(), channel, code };
    this.#errors = [...this.#errors, error].slice(-maximumCount);
  }

  /** Returns the errors, oldest first. */
  all(): readonly RecentError[] {
    return this.#errors;
  }
}
