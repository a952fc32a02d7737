import { AppError, type Result } from '../../src-shared/errors.ts';
import type { Retry } from '../../src-shared/retry.ts';
import type { Log } from '../log/log.ts';
import { CallRunner } from './call-runner.ts';
import type { CallMap, CallOptions, HandlersOf } from './calls.ts';

/** What the two ends send each other. `id` is the number that the calling end gave the call. */
type Message<Calls extends CallMap<Calls>> =
  | CallMessage<Calls, keyof Calls>
  | { kind: 'cancel'; id: number }
  | {
      kind: 'progress';
      id: number;
      rows: number;
      ofRows?: number | undefined;
      retry?: Retry | undefined;
    }
  | { kind: 'answer'; id: number; result: Result<unknown> };

interface CallMessage<Calls extends CallMap<Calls>, Name extends keyof Calls> {
  kind: 'call';
  id: number;
  name: Name;
  request: Calls[Name]['request'];
}

/** A `Worker` on the thread that started it, a `MessagePort` inside the worker. */
interface Port<Calls extends CallMap<Calls>> {
  postMessage: (message: unknown, transfer: readonly ArrayBuffer[]) => void;
  on: (event: 'message', listener: (message: Message<Calls>) => void) => unknown;
}

/** A call that waits for its answer. */
interface PendingCall {
  /** A method, because methods accept each call's own type. */
  resolve(value: unknown): void;
  reject: (error: AppError) => void;
  promise: Promise<unknown>;
  cancel: () => void;
  onProgress: CallOptions['onProgress'];
}

/**
 * One end of a port between two threads. Both ends are the same: each answers the calls in `Own` and makes the calls in
 * `Other`.
 */
export class PortPeer<Own extends CallMap<Own>, Other extends CallMap<Other>> {
  readonly #port: Port<Own>;
  readonly #runner: CallRunner<keyof Own>;
  readonly #pending = new Map<number, PendingCall>();
  #lastId = 0;

  constructor(port: Port<Own>, log: Log) {
    this.#port = port;
    this.#runner = new CallRunner({ log });
  }

  /** Starts receiving. Messages that were sent before wait in the port. */
  listen(handlers: HandlersOf<Own>): void {
    this.#port.on('message', (message) => {
      switch (message.kind) {
        case 'call':
          void this.#answer(message, handlers);
          break;
        case 'cancel':
          this.#runner.cancel(message.id);
          break;
        case 'progress':
          this.#pending.get(message.id)?.onProgress?.(message.rows, message.ofRows, message.retry);
          break;
        case 'answer':
          this.#settle(message.id, message.result);
          break;
      }
    });
  }

  /**
   * Calls the other end. When `signal` is aborted, the call stays pending until the other end has canceled it and
   * cleaned up.
   *
   * @throws AppError from the other end's handler; `internal` if that handler failed unexpectedly; `worker_failed` if
   * the other thread has ended; `canceled` if `signal` is already aborted.
   */
  async call<Name extends keyof Other>(
    name: Name,
    request: Other[Name]['request'],
    { signal, onProgress }: CallOptions = {},
  ): Promise<Other[Name]['response']> {
    if (signal?.aborted) throw new AppError({ code: 'canceled', message: 'Canceled' });
    const id = ++this.#lastId;
    const cancel = () => this.#port.postMessage({ kind: 'cancel', id }, []);
    const answer = Promise.withResolvers<Other[Name]['response']>();
    this.#port.postMessage({ kind: 'call', id, name, request }, []);
    this.#pending.set(id, { ...answer, cancel, onProgress });
    signal?.addEventListener('abort', cancel);
    try {
      return await answer.promise;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Cancels all calls to the other end and waits until they have ended. */
  async cancelCalls(): Promise<void> {
    const pending = [...this.#pending.values()];
    for (const { cancel } of pending) cancel();
    await Promise.allSettled(pending.map(({ promise }) => promise));
  }

  /** Ends all calls in both directions, after the other thread has ended. */
  close(): void {
    void this.#runner.cancelAll();
    const error = { code: 'worker_failed', message: 'The other thread has ended' } as const;
    for (const id of this.#pending.keys()) this.#settle(id, { ok: false, error });
  }

  async #answer<Name extends keyof Own>(
    { id, name, request }: CallMessage<Own, Name>,
    handlers: HandlersOf<Own>,
  ): Promise<void> {
    const result = await this.#runner.envelope(name, () =>
      this.#runner.run(
        id,
        (context) => handlers[name](request, context),
        (rows, ofRows, retry) =>
          this.#port.postMessage({ kind: 'progress', id, rows, ofRows, retry }, []),
      ),
    );
    this.#port.postMessage({ kind: 'answer', id, result }, buffersOf(result));
  }

  #settle(id: number, result: Result<unknown>): void {
    const call = this.#pending.get(id);
    this.#pending.delete(id);
    if (result.ok) call?.resolve(result.value);
    else call?.reject(new AppError(result.error));
  }
}

/** Returns the buffer of an answer that consists of bytes. It is moved to the other thread, because a copy takes memory. */
function buffersOf(result: Result<unknown>): ArrayBuffer[] {
  if (!result.ok || !(result.value instanceof Uint8Array)) return [];
  const { buffer } = result.value;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
