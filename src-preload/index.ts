import { contextBridge, ipcRenderer } from 'electron';
import { channelNames, type ChannelName } from '../src-shared/channel-names.ts';
import type { Bridge, Events } from '../src-shared/bridge.ts';

/** Exposes the bridge to the page: one function for each channel, and the events. */
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
    onNotice: (listener) => listen('notice', listener),
    onListsChanged: (listener) => listen('listsChanged', listener),
    onProxyQuestion: (listener) => listen('proxyQuestion', listener),
    onUpdateStatus: (listener) => listen('updateStatus', listener),
  } satisfies Omit<Bridge, ChannelName>),
});

/** Listens to an event of the main process. @returns the function that stops listening. */
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
