import { z } from 'zod';

const nothing = z.undefined();
const done = z.void();
const ofWindow = z.object({ windowId: z.number() });
const addressOfWindow = ofWindow.extend({ url: z.string() });

/** What the app process asks of the launching process, which owns the pages. Addresses are the app's own. */
export const hostQuestions = {
  /** The app is `ready`. */
  ready: { request: nothing, answer: done },
  openWindow: {
    request: ofWindow.extend({ width: z.number(), height: z.number(), preload: z.string() }),
    answer: done,
  },
  loadUrl: { request: addressOfWindow, answer: done },
  closeWindow: { request: ofWindow, answer: done },
  send: {
    request: ofWindow.extend({ channel: z.string(), values: z.array(z.unknown()) }),
    answer: done,
  },
  setZoom: { request: ofWindow.extend({ factor: z.number() }), answer: done },
  setColorScheme: { request: z.enum(['system', 'light', 'dark']), answer: done },
};

/** What the launching process asks of the app process. */
export const appQuestions = {
  evaluate: {
    request: z.object({ source: z.string(), argument: z.unknown() }),
    answer: z.unknown(),
  },
  quit: { request: nothing, answer: done },
  /** A request of a page to `app://`. */
  request: {
    request: z.object({
      url: z.string(),
      method: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.instanceof(Uint8Array).nullable(),
    }),
    answer: z.object({
      status: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.instanceof(Uint8Array),
    }),
  },
  invoke: {
    request: ofWindow.extend({
      frameUrl: z.string(),
      channel: z.string(),
      values: z.array(z.unknown()),
    }),
    answer: z.unknown(),
  },
  /** Answers whether the page may go there. */
  willNavigate: { request: addressOfWindow, answer: z.boolean() },
  navigated: { request: addressOfWindow, answer: done },
  /** A page asked for a new window, which is never opened: the handler only gets to know. */
  windowOpen: { request: addressOfWindow, answer: done },
  windowClosed: { request: ofWindow, answer: done },
  crashed: { request: ofWindow, answer: done },
};
