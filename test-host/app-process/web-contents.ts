import { originOf } from '../addresses.ts';
import type { HostPipe } from '../messages.ts';
import type { Session } from './session.ts';
import { notModeled, strict, StrictEmitter } from './strict.ts';

type WindowOpenHandler = (details: object) => { action: 'allow' | 'deny' };

const events = [
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
  'will-prevent-unload',
  'did-start-navigation',
  'did-navigate',
  'did-finish-load',
  'zoom-changed',
  'render-process-gone',
  'destroyed',
];

/** `event.senderFrame` and `webContents.mainFrame`. The app's pages have no other frames. */
class MainFrame {
  readonly parent = null;
  readonly frameTreeNodeId = 1;
  url = '';

  get origin(): string {
    return originOf(this.url);
  }
}

/** The `webContents` of a window. */
export class WebContents extends StrictEmitter {
  readonly id: number;
  readonly session: Session;
  readonly mainFrame = strict('electron.WebFrameMain', new MainFrame());
  readonly #pipe: HostPipe;
  #zoomFactor = 1;
  #destroyed = false;
  #webRtcPolicy = 'default';
  #openHandler: WindowOpenHandler | undefined;

  constructor(id: number, pipe: HostPipe, session: Session) {
    super('electron.webContents', events);
    this.id = id;
    this.#pipe = pipe;
    this.session = session;
  }

  isDestroyed = () => this.#destroyed;
  getURL = () => this.mainFrame.url;
  getZoomFactor = () => this.#zoomFactor;

  /** Ends the process of the page, which then emits `render-process-gone`. */
  forcefullyCrashRenderer = () => {
    void this.#pipe.tell('crashPage', { windowId: this.id });
  };

  setZoomFactor = (factor: number) => {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoomFactor = factor;
    void this.#pipe.tell('setZoom', { windowId: this.id, factor });
  };

  setWindowOpenHandler = (handler: WindowOpenHandler) => {
    this.#openHandler = handler;
  };

  send = (channel: string, ...values: unknown[]) => {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    void this.#pipe.tell('send', { windowId: this.id, channel, values });
  };

  getWebRTCIPHandlingPolicy = () => this.#webRtcPolicy;

  /** Is only recorded. */
  setWebRTCIPHandlingPolicy = (policy: string) => {
    this.#webRtcPolicy = policy;
  };

  /** Asks the app whether the page, or a frame in it, may navigate to `url`. */
  mayNavigate = (url: string, isMainFrame: boolean): boolean => {
    const details = { url, isMainFrame, isSameDocument: false };
    const allowed =
      this.ask('will-frame-navigate', details) &&
      (!isMainFrame || this.ask('will-navigate', details, url));
    if (allowed && isMainFrame) this.emit('did-start-navigation', { url, isMainFrame: true }, url);
    return allowed;
  };

  navigated = (url: string) => {
    this.mainFrame.url = url;
    this.emit('did-navigate', {}, url);
  };

  /** Asks the app about a new window. Only its refusal is modeled. */
  windowWanted = (url: string) => {
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' };
    if (this.#openHandler?.(details).action !== 'deny') throw notModeled(`a new window for ${url}`);
  };

  destroy = () => {
    this.#destroyed = true;
    this.emit('destroyed');
  };
}
