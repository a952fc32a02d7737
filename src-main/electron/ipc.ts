import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { channelNames, type ChannelName } from '../../src-shared/channel-names.ts';
import { channels, type RequestOf, type ResponseOf } from '../../src-shared/channels.ts';
import { AppError, type ErrorCode, type Result } from '../../src-shared/errors.ts';
import type { Log } from './log.ts';
import { sendEvent } from './send-event.ts';

/** What a handler gets besides the request. */
export interface CallContext {
  /** Aborted when the page cancels the call or goes away, and when the app quits. */
  signal: AbortSignal;
  /** Tells the page how many rows the call has fetched so far, and of how many where that is known. */
  onProgress: (rows: number, ofRows?: number) => void;
}

/** `cancelRequest` is the bridge's own affair. */
type HandledName = Exclude<ChannelName, 'cancelRequest'>;

export type Handlers = {
  [Name in HandledName]: (
    request: RequestOf<Name>,
    context: CallContext,
  ) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

/** The schemas with their channel's name kept in the type, so that a handler gets exactly what was parsed. */
const schemas: { [Name in ChannelName]: { request: z.ZodType<RequestOf<Name>> } } = channels;

interface Call {
  /** The page that asked; only it can cancel. */
  senderId: number;
  controller: AbortController;
  settled: Promise<unknown>;
}

/** The only place that listens to the page. Every call is answered with an envelope, whatever happens. */
export class Ipc {
  readonly #pageOrigin: string;
  readonly #log: Log;
  readonly #onError: (channel: ChannelName, code: ErrorCode) => void;
  readonly #calls = new Map<string, Call>();

  /**
   * @param pageOrigin the only origin whose main frame may ask.
   * @param onError told of every call that is answered with an error.
   */
  constructor(
    pageOrigin: string,
    log: Log,
    onError: (channel: ChannelName, code: ErrorCode) => void,
  ) {
    this.#pageOrigin = pageOrigin;
    this.#log = log;
    this.#onError = onError;
  }

  register(handlers: Handlers): void {
    for (const name of channelNames) {
      if (name === 'cancelRequest') continue;
      ipcMain.handle(name, (event, request: unknown, requestId: unknown) =>
        this.#envelope(event, name, () => this.#call(event, name, handlers, request, requestId)),
      );
    }
    ipcMain.handle('cancelRequest', (event, request: unknown) =>
      this.#envelope(event, 'cancelRequest', () => this.#cancel(event, request)),
    );
  }

  /**
   * Cancels every call and waits until each has cleaned up behind itself.
   *
   * @returns `null` when there was none.
   */
  cancelAll(): Promise<void> | null {
    const calls = [...this.#calls.values()];
    if (calls.length === 0) return null;
    for (const { controller } of calls) controller.abort();
    return Promise.allSettled(calls.map(({ settled }) => settled)).then(() => undefined);
  }

  async #envelope<Value>(
    event: IpcMainInvokeEvent,
    name: ChannelName,
    answer: () => Value | Promise<Value>,
  ): Promise<Result<Value>> {
    try {
      this.#assertTrusted(event);
      return { ok: true, value: await answer() };
    } catch (error) {
      this.#onError(name, error instanceof AppError ? error.code : 'internal');
      if (error instanceof AppError) return { ok: false, error: error.toFields() };
      this.#log(`The channel ${name} failed`, error);
      return { ok: false, error: { code: 'internal', message: `The channel ${name} failed` } };
    }
  }

  async #call<Name extends HandledName>(
    event: IpcMainInvokeEvent,
    name: Name,
    handlers: Handlers,
    untrusted: unknown,
    untrustedId: unknown,
  ): Promise<ResponseOf<Name>> {
    const request = parse(schemas[name].request, untrusted);
    const requestId = parse(
      z.uuid().default(() => crypto.randomUUID()),
      untrustedId,
    );
    if (this.#calls.has(requestId)) throw invalidRequest('The request id is taken');
    const { sender } = event;
    const controller = new AbortController();
    const stopListening = whenPageIsGone(sender, () => controller.abort());
    const answer = async () =>
      handlers[name](request, {
        signal: controller.signal,
        onProgress: (rows, ofRows) => {
          sendEvent(sender, 'progress', {
            requestId,
            rows,
            ...(ofRows !== undefined && { ofRows }),
          });
        },
      });
    const settled = answer();
    this.#calls.set(requestId, { senderId: sender.id, controller, settled });
    try {
      return await settled;
    } finally {
      this.#calls.delete(requestId);
      stopListening();
    }
  }

  /** A call that has ended meanwhile needs no canceling. */
  #cancel(event: IpcMainInvokeEvent, untrusted: unknown): null {
    const { requestId } = parse(schemas.cancelRequest.request, untrusted);
    const call = this.#calls.get(requestId);
    if (call?.senderId === event.sender.id) call.controller.abort();
    return null;
  }

  #assertTrusted({ senderFrame }: IpcMainInvokeEvent): void {
    const isMainFrame = senderFrame !== null && senderFrame.parent === null;
    if (!isMainFrame || !senderFrame.url.startsWith(`${this.#pageOrigin}/`)) {
      throw invalidRequest('The sender is not the app’s own page');
    }
  }
}

/**
 * Closed, reloaded or crashed: a page that is gone can neither see nor cancel what it began.
 *
 * @returns what stops listening.
 */
function whenPageIsGone(page: WebContents, act: () => void): () => void {
  page.once('destroyed', act);
  page.once('did-navigate', act);
  page.once('render-process-gone', act);
  return () => {
    page.removeListener('destroyed', act);
    page.removeListener('did-navigate', act);
    page.removeListener('render-process-gone', act);
  };
}

function parse<Output>(schema: z.ZodType<Output>, untrusted: unknown): Output {
  const parsed = schema.safeParse(untrusted);
  if (!parsed.success) throw invalidRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

function invalidRequest(message: string): AppError {
  return new AppError({ code: 'invalid_request', message });
}
