import type { Page } from 'playwright';

export interface WindowOptions {
  windowId: number;
  width: number;
  height: number;
  preload: string;
}

export interface WindowPage {
  windowId: number;
  page: Page;
  preload: string;
  isCrashed: boolean;
  /** The address of a running `loadURL`. Unlike the page's own navigations it needs no permission. */
  loading: string | undefined;
  /** Resolves when all messages are delivered, in order. Answers to `invoke` wait for it. */
  sent: Promise<void>;
  /** In CSS pixels at zoom factor 1. */
  size: { width: number; height: number };
}

export interface PagesOptions {
  /** Gives each page the size of its window. Not for visible windows, which have their own size. */
  fixedSize: boolean;
  /** How much faster than normal animations run. */
  animationSpeed: number;
}
