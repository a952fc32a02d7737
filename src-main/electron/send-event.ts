import type { WebContents } from 'electron';
import type { Events } from '../../src-shared/bridge.ts';

/** Sends an event to a page. Does nothing if the page is gone. */
export function sendEvent<Name extends keyof Events>(
  page: WebContents,
  name: Name,
  value: Events[Name],
): void {
  if (!page.isDestroyed()) page.send(name, value);
}
