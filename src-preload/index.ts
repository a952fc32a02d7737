import { contextBridge, ipcRenderer } from 'electron';
import { channelNames } from '../src-shared/channel-names.ts';
import type { Bridge, Events } from '../src-shared/channels.ts';

/** The whole surface between the page and the main process: one function a channel, and two events. */
contextBridge.exposeInMainWorld('bridge', {
  ...Object.fromEntries(
    channelNames.map((name) => [
      name,
      (request: unknown, requestId?: string) => ipcRenderer.invoke(name, request, requestId),
    ]),
  ),
  ...({
    onProgress: (listener) => listen('progress', listener),
    onCommand: (listener) => listen('command', listener),
  } satisfies Pick<Bridge, 'onProgress' | 'onCommand'>),
});

/** @returns what stops listening. */
function listen<Name extends keyof Events>(
  name: Name,
  listener: (value: Events[Name]) => void,
): () => void {
  const forward = (_event: unknown, value: Events[Name]) => {
    listener(value);
  };
  ipcRenderer.on(name, forward);
  return () => {
    ipcRenderer.removeListener(name, forward);
  };
}
