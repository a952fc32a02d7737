type PreloadModule = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void;

type Listener = (event: object, ...values: unknown[]) => void;

/** The key of the symbol under which the page keeps the function that receives `webContents.send`. */
export const receiverKey = 'test-host.receive';

/**
 * Runs the preload in a page, before the page's scripts. The source of this function is sent to the page, so it cannot
 * use anything outside its body.
 */
export function runPreload(
  preload: PreloadModule,
  invoke: (channel: string, values: unknown[]) => Promise<unknown>,
  openWindow: (url: string) => Promise<void>,
  receiver: string,
): void {
  const strict = <Target extends object>(name: string, target: Target): Target =>
    new Proxy(target, {
      get(known, property): unknown {
        if (typeof property === 'symbol' || property in known) return Reflect.get(known, property);
        throw new Error(`not modeled: ${name}.${property}`);
      },
    });

  const listeners = new Map<string, Set<Listener>>();
  const ipcRenderer = strict('ipcRenderer', {
    invoke: async (channel: string, ...values: unknown[]) =>
      invoke(channel, structuredClone(values)),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  });

  /** Copies a value as a context bridge does: functions become wrappers, and errors keep only their message. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const call = (...values: unknown[]) =>
        cross(Reflect.apply(value, undefined, values.map(cross)));
      return call;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) {
      return value.then(cross, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error));
      });
    }
    if (Array.isArray(value)) return value.map(cross);
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cross(member)]));
  };
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };

  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(key: string, api: unknown) {
      if (Object.hasOwn(window, key)) {
        throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
      }
      Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true });
    },
  });

  Object.defineProperty(window, Symbol.for(receiver), {
    value: (channel: string, values: unknown[]) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) {
        listener({ sender: ipcRenderer, ports: [] }, ...values);
      }
    },
  });

  window.open = (url) => {
    void openWindow(new URL(url ?? 'about:blank', document.baseURI).href);
    return null;
  };

  const requirable = (name: string): unknown => {
    if (name === 'electron') return strict('electron', { contextBridge, ipcRenderer });
    if (['events', 'timers', 'url'].includes(name)) throw new Error(`not modeled: ${name}`);
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(requirable, module, module.exports);
}
