import { contextBridge, ipcRenderer } from 'electron';
import { channelNames, progressChannel } from '../src-shared/channel-names.ts';
import type { Progress } from '../src-shared/channels.ts';

/** The whole surface between the page and the main process: one function a channel, and progress. */
contextBridge.exposeInMainWorld('bridge', {
  ...Object.fromEntries(
    channelNames.map((name) => [
      name,
      (request: unknown, requestId?: string) => ipcRenderer.invoke(name, request, requestId),
    ]),
  ),
  onProgress: (listener: (progress: Progress) => void) => {
    const forward = (_event: unknown, progress: Progress) => {
      listener(progress);
    };
    ipcRenderer.on(progressChannel, forward);
    return () => {
      ipcRenderer.removeListener(progressChannel, forward);
    };
  },
});
