import { mkdir, writeFile } from 'node:fs/promises';
import { request as requestByHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import { configureRequestUrl, HttpExecutor, type DownloadOptions } from 'builder-util-runtime';
import { NsisUpdater } from 'electron-updater';
import { SafeAppImageUpdater } from './safe-app-image-updater.ts';

/** Sends the updater's requests with Node instead of Electron. */
class NodeHttpExecutor extends HttpExecutor<ReturnType<typeof requestByHttp>> {
  createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void) {
    return requestByHttp(options, callback);
  }

  /** Downloads a file, as the executor for Electron does. */
  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request = { headers: options.headers ?? {} };
      configureRequestUrl(url, request);
      // It is called with `undefined` if it succeeds, which its type does not allow.
      const callback = (error: Error | null | undefined) =>
        error ? reject(error) : resolve(destination);
      this.doDownload(
        request,
        { destination, options, onCancel, callback, responseHandler: null },
        0,
      );
    });
  }
}

interface TestApp {
  /** The folder of all files that the updater writes. */
  folder: string;
  /** The address of the update files. */
  url: string;
  /** The installed version. Default: 0.1.0. */
  version?: string;
}

/** Creates the updater of an installed app that runs in plain Node. `quit` runs what the updater does when the app quits. */
export async function createTestUpdater(kind: 'AppImage' | 'exe', app: TestApp) {
  const { folder, url, version = '0.1.0' } = app;
  const onQuit: ((exitCode: number) => void)[] = [];
  const adapter = {
    version,
    name: 'etelecom-tenants',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: join(folder, 'data'),
    baseCachePath: join(folder, 'cache'),
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (handler: (exitCode: number) => void) => onQuit.push(handler),
  };
  await mkdir(adapter.userDataPath, { recursive: true });
  await writeFile(
    adapter.appUpdateConfigPath,
    // JSON is YAML.
    JSON.stringify({
      ...{ provider: 'generic', url, useMultipleRangeRequest: false },
      ...{ updaterCacheDirName: 'updates', publisherName: ['eTelecom'] },
    }),
  );
  const updater =
    kind === 'AppImage' ? new SafeAppImageUpdater(null, adapter) : new NsisUpdater(null, adapter);
  Object.assign(updater, {
    httpExecutor: new NodeHttpExecutor(),
    ...(kind === 'exe' && { _testOnlyOptions: { platform: 'win32' } }),
  });
  return { updater, quit: () => onQuit.forEach((handler) => handler(0)) };
}
