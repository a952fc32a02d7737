import { strict } from './strict.ts';
import type { WebContents } from './web-contents.ts';

type Handler = (event: object, ...values: unknown[]) => unknown;

/** `electron.ipcMain`. */
export class IpcMain {
  readonly #handlers = new Map<string, Handler>();

  handle = (channel: string, handler: Handler) => {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  };

  removeHandler = (channel: string) => {
    this.#handlers.delete(channel);
  };

  /** Runs the handler of a channel. @throws Error with the message that Electron would send to the page. */
  invoke = async (sender: WebContents, frameUrl: string, channel: string, values: unknown[]) => {
    try {
      const handler = this.#handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      sender.mainFrame.url = frameUrl;
      const event = { type: 'frame', sender, senderFrame: sender.mainFrame, frameId: 1 };
      return await handler(strict('electron.IpcMainInvokeEvent', event), ...values);
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
        cause: error,
      });
    }
  };
}
