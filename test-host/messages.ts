import { z } from 'zod';
import type { Pipe } from './pipe.ts';

const nothing = z.undefined();
const done = z.void();
const ofWindow = z.object({ windowId: z.number() });
const addressOfWindow = ofWindow.extend({ url: z.string() });

/** Requests of the app process to the launching process, which owns the pages. Addresses start with `app:`. */
export const hostQuestions = {
  /** Reports that the app is `ready`. */
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

/** Requests of the launching process to the app process. */
export const appQuestions = {
  evaluate: {
    request: z.object({ source: z.string(), argument: z.unknown() }),
    answer: z.unknown(),
  },
  quit: { request: nothing, answer: done },
  /** Forwards a page's request to `app://`. */
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
  /** Returns whether the page may navigate there. */
  willNavigate: {
    request: addressOfWindow.extend({ isMainFrame: z.boolean() }),
    answer: z.boolean(),
  },
  /** Returns whether the page gets a permission, under the name that Electron uses. */
  permission: { request: ofWindow.extend({ permission: z.string() }), answer: z.boolean() },
  /** Reports that a page wants to download a file. It is never saved. */
  download: { request: addressOfWindow, answer: done },
  navigated: { request: addressOfWindow, answer: done },
  /** Reports that a page wants to open a window. It is never opened. */
  windowOpen: { request: addressOfWindow, answer: done },
  windowClosed: { request: ofWindow, answer: done },
  crashed: { request: ofWindow, answer: done },
};

/** The pipe's end in the launching process. */
export type AppPipe = Pipe<typeof appQuestions, typeof hostQuestions>;

/** The pipe's end in the app process. */
export type HostPipe = Pipe<typeof hostQuestions, typeof appQuestions>;
