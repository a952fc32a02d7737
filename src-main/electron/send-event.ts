import type { WebContents } from 'electron';
import type { Events } from '../../src-shared/channels.ts';

/** Tells the page something it has not asked for; one that is gone has no use for it. */
export function sendEvent<Name extends keyof Events>(
  page: WebContents,
  name: Name,
  value: Events[Name],
): void {
  if (!page.isDestroyed()) page.send(name, value);
}
