import { EventEmitter } from 'node:events';

/** `await`, `JSON.stringify` and `console.log` read these of any object and expect `undefined`. */
const readByNode = new Set(['then', 'toJSON', 'inspect', 'asymmetricMatch']);

export const notModeled = (name: string) => new Error(`not modeled: ${name}`);

/** Wraps an object so that reading or writing a missing member throws. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(known, property): unknown {
      const asked = typeof property === 'string' && !readByNode.has(property);
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

/** Returns a function that throws. A test replaces it before the app calls it. */
export function needsStub(name: string): () => never {
  return () => {
    throw notModeled(`${name} (a test assigns its own)`);
  };
}

/** An event that its listeners can prevent. */
interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault: () => void;
}

/** An emitter that refuses listeners for events that are not modeled. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string | symbol>;

  constructor(name: string, events: readonly string[]) {
    super();
    this.#name = name;
    this.#events = new Set(events);
    // Bound, because `this` would otherwise be the strict proxy, which has no private members.
    this.on = this.#onKnown.bind(this);
  }

  /** Emits an event that listeners can prevent. @returns whether none did. */
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
