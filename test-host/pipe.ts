import { z } from 'zod';

/** The questions that one side of the pipe answers: schemas of request and answer by name. */
export type Questions = Record<string, { request: z.ZodType; answer: z.ZodType }>;

export type Answerer<Asked extends Questions> = {
  [Name in keyof Asked]: (
    request: z.output<Asked[Name]['request']>,
  ) => Promise<z.input<Asked[Name]['answer']>> | z.input<Asked[Name]['answer']>;
};

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), id: z.number(), name: z.string(), request: z.unknown() }),
  z.object({ kind: z.literal('answer'), id: z.number(), answer: z.unknown() }),
  z.object({ kind: z.literal('failure'), id: z.number(), message: z.string() }),
]);

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** Thrown when the other side has ended. */
export class PipeClosedError extends Error {
  override readonly name = 'PipeClosedError';
}

/** Exchanges questions and answers between the launching process and the app process, in both directions. */
export class Pipe<Asks extends Questions, Asked extends Questions> {
  readonly #waiting = new Map<number, Waiting>();
  readonly #asks: Asks;
  readonly #asked: Asked;
  readonly #answerer: Answerer<Asked>;
  readonly #send: (message: object) => void;
  #lastId = 0;
  #closed: string | undefined;

  /**
   * @param parts.send sends a message; throws an error if it cannot be cloned, or `PipeClosedError` if the other side has
   * ended.
   */
  constructor(parts: {
    asks: Asks;
    asked: Asked;
    answerer: Answerer<Asked>;
    send: (message: object) => void;
  }) {
    this.#asks = parts.asks;
    this.#asked = parts.asked;
    this.#answerer = parts.answerer;
    this.#send = parts.send;
  }

  /**
   * Asks the other side.
   *
   * @throws Error with the message of the other side's error, or `PipeClosedError` if it has ended.
   */
  async ask<Name extends keyof Asks & string>(
    name: Name,
    request: z.input<Asks[Name]['request']>,
  ): Promise<z.output<Asks[Name]['answer']>> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    if (this.#closed !== undefined) throw new PipeClosedError(this.#closed);
    const id = ++this.#lastId;
    this.#send({ kind: 'ask', id, name, request });
    this.#waiting.set(id, { resolve, reject });
    const question: Asks[Name] = this.#asks[name];
    return z.parse<Asks[Name]['answer']>(question.answer, await promise);
  }

  /** Like `ask`, but does nothing if the other side has ended. */
  async tell<Name extends keyof Asks & string>(
    name: Name,
    request: z.input<Asks[Name]['request']>,
  ): Promise<void> {
    await this.ask(name, request).catch(ignoreClosed);
  }

  /** Handles a received message. */
  receive(raw: unknown): void {
    const message = messageSchema.parse(raw);
    if (message.kind === 'ask') {
      void this.#answer(message.id, message.name, message.request).catch(ignoreClosed);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.message));
  }

  /** Rejects all open and future questions. */
  close(reason: string): void {
    this.#closed ??= reason;
    for (const { reject } of this.#waiting.values()) reject(new PipeClosedError(reason));
    this.#waiting.clear();
  }

  async #answer(id: number, name: string, request: unknown): Promise<void> {
    try {
      if (!this.#isAsked(name)) throw new Error(`Unknown question ${String(name)}`);
      this.#send({ kind: 'answer', id, answer: await this.#run(name, request) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#send({ kind: 'failure', id, message });
    }
  }

  async #run<Name extends keyof Asked>(
    name: Name,
    request: unknown,
  ): Promise<z.input<Asked[Name]['answer']>> {
    const question: Asked[Name] = this.#asked[name];
    return this.#answerer[name](z.parse<Asked[Name]['request']>(question.request, request));
  }

  #isAsked(name: string): name is keyof Asked & string {
    return Object.hasOwn(this.#asked, name);
  }
}

/** @throws the error, unless it is a `PipeClosedError`: an ended app needs no question and no answer. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof PipeClosedError)) throw error;
}
