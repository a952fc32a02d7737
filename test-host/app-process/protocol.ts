import { z } from 'zod';
import type { appQuestions } from '../messages.ts';
import type { App } from './app.ts';
import { notModeled } from './strict.ts';

type PageRequest = z.output<typeof appQuestions.request.request>;
type PageAnswer = z.input<typeof appQuestions.request.answer>;
type Handler = (request: Request) => Response | Promise<Response>;

interface CustomScheme {
  scheme: string;
  privileges?: { standard?: boolean; secure?: boolean };
}

/** `electron.protocol`, also used as the protocol of the default session. */
export class Protocol {
  readonly #app: App;
  readonly #schemes = new Map<string, CustomScheme>();
  readonly #handlers = new Map<string, Handler>();

  constructor(app: App) {
    this.#app = app;
  }

  registerSchemesAsPrivileged = (schemes: CustomScheme[]) => {
    if (this.#app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    if (this.#schemes.size > 0) {
      throw new Error('protocol.registerSchemesAsPrivileged can only be called once');
    }
    for (const scheme of schemes) this.#schemes.set(scheme.scheme, scheme);
  };

  handle = (scheme: string, handler: Handler) => {
    if (!this.#app.isReady()) throw new Error('protocol.handle can only be called after ready');
    if (scheme !== 'app') throw notModeled(`electron.protocol.handle('${scheme}')`);
    const privileges = this.#schemes.get(scheme)?.privileges;
    if (privileges?.standard !== true || privileges.secure !== true) {
      throw notModeled(`${scheme}:// without the privileges standard and secure`);
    }
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  };

  unhandle = (scheme: string) => {
    this.#handlers.delete(scheme);
  };

  isProtocolHandled = (scheme: string) => this.#handlers.has(scheme);

  /** Answers a page's request to `app://` with the app's handler. @throws if there is none or it fails. */
  answer = async ({ url, method, headers, body }: PageRequest): Promise<PageAnswer> => {
    const handler = this.#handlers.get('app');
    if (handler === undefined) throw new Error(`Nothing handles ${url}`);
    const sent = body === null ? null : new Uint8Array(body);
    try {
      const response = await handler(new Request(url, { method, headers, body: sent }));
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (error) {
      console.error(`protocol.handle failed for ${url}:`, error);
      throw error;
    }
  };
}
