import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { channelNames, type ChannelName } from '../../src-shared/channel-names.ts';
import { channels, type RequestOf } from '../../src-shared/channels.ts';
import { AppError } from '../../src-shared/errors.ts';
import { assertRequestSize } from '../rpc/assert-request-size.ts';
import type { BridgeCalls, BridgeHandlers } from '../rpc/bridge-handlers.ts';
import type { CallRunner } from '../rpc/call-runner.ts';
import { sendEvent } from './send-event.ts';

/** The request schemas. The type relates each channel's name to its request, so that a handler gets what was parsed. */
const schemas: { [Name in ChannelName]: { request: z.ZodType<RequestOf<Name>> } } = channels;

/** Characters of an error's message. The message of a request with many errors is shortened. */
const longestMessage = 1_000;

const requestIdSchema = z.uuid().default(() => crypto.randomUUID());

/** Connects the page to the handlers. Answers every call with an envelope. */
export class Ipc {
  readonly #pageOrigin: string;
  readonly #runner: CallRunner<ChannelName>;

  /** @param pageOrigin the only origin whose main frame may call. */
  constructor(pageOrigin: string, runner: CallRunner<ChannelName>) {
    this.#pageOrigin = pageOrigin;
    this.#runner = runner;
  }

  register(handlers: BridgeHandlers): void {
    for (const name of channelNames) {
      ipcMain.handle(name, (event, request: unknown, requestId: unknown) =>
        this.#runner.envelope(name, () => {
          this.#assertTrusted(event);
          assertRequestSize(name, [request, requestId]);
          if (name === 'cancelRequest') return this.#cancel(event.sender, request);
          return this.#call(event.sender, name, handlers, request, requestId);
        }),
      );
    }
  }

  async #call<Name extends keyof BridgeCalls>(
    page: WebContents,
    name: Name,
    handlers: BridgeHandlers,
    untrustedRequest: unknown,
    untrustedId: unknown,
  ): Promise<BridgeCalls[Name]['response']> {
    const request = parse(schemas[name].request, untrustedRequest);
    const requestId = parse(requestIdSchema, untrustedId);
    const callId = callIdOf(page, requestId);
    const stopListening = onPageGone(page, () => this.#runner.cancel(callId));
    try {
      return await this.#runner.run(
        callId,
        (context) => handlers[name](request, context),
        (rows, ofRows, retry) =>
          sendEvent(page, 'progress', {
            requestId,
            rows,
            ...(ofRows !== undefined && { ofRows }),
            ...(retry !== undefined && { retry }),
          }),
      );
    } finally {
      stopListening();
    }
  }

  #cancel(page: WebContents, untrustedRequest: unknown): null {
    const { requestId } = parse(schemas.cancelRequest.request, untrustedRequest);
    this.#runner.cancel(callIdOf(page, requestId));
    return null;
  }

  #assertTrusted({ senderFrame }: IpcMainInvokeEvent): void {
    if (senderFrame?.parent !== null || !senderFrame.url.startsWith(`${this.#pageOrigin}/`)) {
      throw invalidRequest('The sender is not the app’s own page');
    }
  }
}

/** Binds a request to the page that sent it, so that no other page can cancel it. */
function callIdOf(page: WebContents, requestId: string): string {
  return `${page.id} ${requestId}`;
}

/**
 * Calls `act` when a page is closed, reloaded or crashes, because it then can neither see nor cancel its calls.
 *
 * @returns a function that stops listening.
 */
function onPageGone(page: WebContents, act: () => void): () => void {
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
  if (!parsed.success) throw invalidRequest(z.prettifyError(parsed.error).slice(0, longestMessage));
  return parsed.data;
}

function invalidRequest(message: string): AppError {
  return new AppError({ code: 'invalid_request', message });
}
