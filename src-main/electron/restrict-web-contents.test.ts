import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { restrictWebContents } from './restrict-web-contents.ts';

type Handler = (...values: unknown[]) => unknown;

const { electron } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { electron: { app: new events.EventEmitter(), session: new events.EventEmitter() } };
});
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  app: electron.app,
  session: { defaultSession: electron.session },
}));

const pageUrl = 'app://bundle/index.html';

/** A window's contents, with the handlers that were set. */
class Contents extends EventEmitter {
  webRtcPolicy = 'default';
  openHandler: Handler | null = null;
  getURL = () => pageUrl;
  setWebRTCIPHandlingPolicy = (policy: string) => {
    this.webRtcPolicy = policy;
  };
  setWindowOpenHandler = (handler: Handler) => {
    this.openHandler = handler;
  };
}

let contents: Contents;
beforeEach(() => {
  electron.app.removeAllListeners();
  electron.session.removeAllListeners();
  for (const name of [
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setDisplayMediaRequestHandler',
  ]) {
    Object.assign(electron.session, { [name]: (handler: Handler) => handlers.set(name, handler) });
  }
  restrictWebContents(pageUrl);
  contents = new Contents();
  electron.app.emit('web-contents-created', {}, contents);
});

/** Emits an event. @returns whether a listener prevented it. */
function isPrevented(emitter: EventEmitter, name: string, details: object, ...values: unknown[]) {
  const preventDefault = vi.fn();
  emitter.emit(name, { ...details, preventDefault }, ...values);
  return preventDefault.mock.calls.length > 0;
}

describe('navigation', () => {
  it.each([
    [pageUrl, true, false],
    [`${pageUrl}#place`, true, false],
    [`${pageUrl}?query`, true, false],
    [pageUrl, false, true],
    ['app://bundle/assets/picture.svg', true, true],
    ['app://bundle.example.com/index.html', true, true],
    ['app://other/index.html', true, true],
    ['https://example.com/', true, true],
    ['file:///etc/passwd', true, true],
    ['data:text/html,x', true, true],
    ['javascript:alert(1)', true, true],
    ['mailto:a@example.com', true, true],
    ['about:blank', true, true],
    ['', true, true],
  ])('to %j (main frame: %s) is prevented: %s', (url, isMainFrame, expected) => {
    const details = { url, isMainFrame };
    expect(isPrevented(contents, 'will-frame-navigate', details)).toBe(expected);
    if (isMainFrame) expect(isPrevented(contents, 'will-navigate', details)).toBe(expected);
    expect(isPrevented(contents, 'will-redirect', details)).toBe(true);
  });

  it('cannot open windows or webviews, keep the window open, or send packets past the proxy', () => {
    expect(contents.openHandler?.({ url: pageUrl })).toEqual({ action: 'deny' });
    expect(isPrevented(contents, 'will-attach-webview', {}, { nodeIntegration: true })).toBe(true);
    expect(isPrevented(contents, 'will-prevent-unload', {})).toBe(true);
    expect(contents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});

describe('the session', () => {
  const elsewhere = { getURL: () => 'https://example.com/' };
  const may = (permission: string, by: object | null = contents) => {
    const answer = vi.fn();
    handlers.get('setPermissionRequestHandler')?.(by ?? elsewhere, permission, answer);
    expect(answer).toHaveBeenCalledTimes(1);
    const isAllowed: unknown = answer.mock.calls[0]?.[0];
    expect(handlers.get('setPermissionCheckHandler')?.(by, permission)).toBe(isAllowed);
    return isAllowed;
  };

  it('gives the own page the permission to write text to the clipboard, and no other', () => {
    expect(may('clipboard-sanitized-write')).toBe(true);
    expect(may('clipboard-sanitized-write', elsewhere)).toBe(false);
    expect(may('clipboard-sanitized-write', null)).toBe(false);
    for (const permission of [
      ...['clipboard-read', 'media', 'geolocation', 'notifications', 'midi', 'midiSysex', 'hid'],
      ...['pointerLock', 'keyboardLock', 'fullscreen', 'openExternal', 'serial', 'usb', 'unknown'],
      ...['window-management', 'display-capture', 'idle-detection', 'fileSystem', 'storage-access'],
    ]) {
      expect(may(permission)).toBe(false);
    }
  });

  it('gives no device and no picture of the screen', () => {
    expect(handlers.get('setDevicePermissionHandler')?.({ deviceType: 'usb' })).toBe(false);
    const answer = vi.fn();
    handlers.get('setDisplayMediaRequestHandler')?.({}, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('downloads nothing', () => {
    expect(isPrevented(electron.session, 'will-download', {}, { getURL: () => pageUrl })).toBe(
      true,
    );
  });
});

describe('credentials', () => {
  it.each([
    ['certificate-error', ['https://example.com', 'net::ERR_CERT_DATE_INVALID', {}], [false]],
    ['select-client-certificate', ['https://example.com', [{}]], []],
    ['login', [{}, { isProxy: false }], []],
  ])('are not given: %s', (name, values, expected) => {
    const answer = vi.fn();
    expect(isPrevented(electron.app, name, {}, contents, ...values, answer)).toBe(true);
    expect(answer).toHaveBeenCalledExactlyOnceWith(...expected);
  });
});
