import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { App } from './app.ts';
import type { HostPipe } from '../messages.ts';
import type { createSession } from './session.ts';
import { strict, StrictEmitter } from './strict.ts';
import { WebContents } from './web-contents.ts';

/** Refuses windows without Electron's protections, because the host itself cannot check them. */
const optionsSchema = z.looseObject({
  x: z.number().int().default(0),
  y: z.number().int().default(0),
  width: z.number().default(800),
  height: z.number().default(600),
  show: z.boolean().default(true),
  webPreferences: z.looseObject({
    preload: z.string(),
    contextIsolation: z.literal(true),
    sandbox: z.literal(true),
    nodeIntegration: z.literal(false).optional(),
    nodeIntegrationInWorker: z.literal(false).optional(),
    nodeIntegrationInSubFrames: z.literal(false).optional(),
    webSecurity: z.literal(true).optional(),
    webviewTag: z.literal(false).optional(),
    allowRunningInsecureContent: z.literal(false).optional(),
    experimentalFeatures: z.literal(false).optional(),
    enableBlinkFeatures: z.undefined().optional(),
  }),
});

const events = ['ready-to-show', 'show', 'close', 'closed', 'focus', 'blur'];

interface Parts {
  app: App;
  pipe: HostPipe;
  session: ReturnType<typeof createSession>;
}

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Creates the class `electron.BrowserWindow`. */
export function createBrowserWindow({ app, pipe, session }: Parts) {
  const windows = new Map<number, BrowserWindow>();
  let lastId = 0;

  class BrowserWindow extends StrictEmitter {
    static getAllWindows = () => [...windows.values()];
    static fromId = (id: number) => windows.get(id) ?? null;
    static fromWebContents = (contents: { id: number }) => windows.get(contents.id) ?? null;
    static getFocusedWindow = () => [...windows.values()].at(-1) ?? null;

    readonly id = ++lastId;
    readonly #opened: Promise<unknown>;
    readonly #contents: WebContents;
    readonly #state = {
      destroyed: false,
      asked: false,
      minimized: false,
      maximized: false,
      focused: false,
      visible: false,
      loaded: false,
    };
    #bounds: Bounds;
    #title = app.getName();

    constructor(options: object) {
      super('electron.BrowserWindow', events);
      if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
      const { x, y, width, height, show, webPreferences } = optionsSchema.parse(options);
      this.#bounds = { x, y, width, height };
      this.#state.visible = this.#state.focused = show;
      this.#contents = strict(
        'electron.webContents',
        new WebContents(this.id, pipe, session.defaultSession),
      );
      const preload = readFileSync(webPreferences.preload, 'utf8');
      this.#opened = pipe.ask('openWindow', { windowId: this.id, width, height, preload });
      const self = strict('electron.BrowserWindow', this);
      windows.set(this.id, self);
      app.windows.add(self);
      app.emit('browser-window-created', {}, self);
      app.emit('web-contents-created', {}, this.#contents);
      return self;
    }

    get webContents() {
      return this.#alive(this.#contents);
    }

    isDestroyed = () => this.#state.destroyed;
    isVisible = () => this.#alive(this.#state.visible);
    isMinimized = () => this.#alive(this.#state.minimized);
    isMaximized = () => this.#alive(this.#state.maximized);
    isFocused = () => this.#alive(this.#state.focused);
    /** The bounds of the window when it is not maximized. */
    getNormalBounds = () => this.#alive({ ...this.#bounds });
    getTitle = () => this.#alive(this.#title);
    setBackgroundColor = () => this.#alive(undefined);
    setProgressBar = () => this.#alive(undefined);

    setTitle = (title: string) => {
      this.#title = this.#alive(title);
    };

    /** Sets the bounds of the window. The page keeps its size. */
    setBounds = (bounds: Partial<Bounds>) => {
      this.#bounds = this.#alive({ ...this.#bounds, ...bounds });
    };

    focus = () => {
      this.#state.focused = this.#alive(true);
      this.emit('focus');
    };

    hide = () => {
      this.#state.visible = this.#state.focused = this.#alive(false);
    };

    maximize = () => {
      this.#state.maximized = this.#alive(true);
    };

    show = () => {
      this.#state.visible = this.#state.focused = this.#alive(true);
      this.emit('show');
    };

    minimize = () => {
      this.#state.minimized = this.#alive(true);
      this.#state.focused = false;
    };

    restore = () => {
      this.#state.minimized = this.#alive(false);
    };

    loadURL = async (url: string) => {
      this.#alive(undefined);
      await this.#opened;
      await pipe.ask('loadUrl', { windowId: this.id, url });
      this.#contents.emit('did-finish-load', {});
      if (this.#state.loaded) return;
      this.#state.loaded = true;
      this.emit('ready-to-show');
    };

    close = () => {
      this.#state.asked = this.#alive(this.ask('close'));
      if (this.#state.asked) this.destroy();
      else app.windowStays();
    };

    destroy = () => {
      void this.#opened.then(() => pipe.tell('closeWindow', { windowId: this.id }));
    };

    /** Called by the host when the page has closed. */
    closed = () => {
      const self = windows.get(this.id);
      if (self === undefined) return;
      // If the user closed the page, 'close' can no longer be prevented.
      if (!this.#state.asked) this.ask('close');
      this.#state.destroyed = true;
      windows.delete(this.id);
      this.#contents.destroy();
      this.emit('closed');
      app.windowClosed(self);
    };

    #alive<Value>(value: Value): Value {
      if (this.#state.destroyed) throw new TypeError('Object has been destroyed');
      return value;
    }
  }
  return BrowserWindow;
}
