import { EventEmitter } from 'node:events';

/** What `await`, `JSON.stringify` and `console.log` look for on anything; that it is not there is the answer. */
const lookedForByNode = new Set(['then', 'toJSON', 'inspect', 'asymmetricMatch']);

export const notModeled = (name: string) => new Error(`not modeled: ${name}`);

/** The same object, but reading or writing a member it does not have throws instead of answering `undefined`. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(known, property): unknown {
      const asked = typeof property === 'string' && !lookedForByNode.has(property);
      if (asked && !(property in known)) throw notModeled(`${name}.${property}`);
      return Reflect.get(known, property);
    },
    set(known, property, value) {
      if (typeof property === 'string' && !(property in known)) {
        throw notModeled(`${name}.${property}`);
      }
      return Reflect.set(known, property, value);
    },
  });
}

/** A function that a test has to assign a stub to before the app calls it. */
export function needsStub(name: string): () => never {
  return () => {
    throw notModeled(`${name} (a test assigns its own)`);
  };
}

/** Whether the listeners of a preventable event let it happen. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault: () => void;
}

/** An emitter that takes listeners for the events it is modeled to have, and for no others. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string | symbol>;

  constructor(name: string, events: readonly string[]) {
    super();
    this.#name = name;
    this.#events = new Set(events);
    // Bound, because a strict proxy in front of the emitter cannot reach private members.
    this.on = this.#onKnown.bind(this);
  }

  /** Emits an event that listeners may prevent; answers whether they let it happen. */
  ask(event: string, fields: object = {}, ...values: unknown[]): boolean {
    let prevented = false;
    const question = {
      ...fields,
      get defaultPrevented() {
        return prevented;
      },
      preventDefault: () => {
        prevented = true;
      },
    } satisfies PreventableEvent;
    this.emit(event, question, ...values);
    return !prevented;
  }

  #onKnown(event: string | symbol, listener: (...values: unknown[]) => void): this {
    if (!this.#events.has(event)) throw notModeled(`${this.#name}.on('${String(event)}')`);
    super.on(event, listener);
    return this;
  }
}
