import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { testHost } from './electron.ts';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

const main = resolve(testHost.main);
if (process.env.TEST_HOST_RESOURCES !== undefined) {
  Object.defineProperty(process, 'resourcesPath', { value: process.env.TEST_HOST_RESOURCES });
}
// The app sees the arguments of `electron main.js --switch`.
process.argv.splice(1, 2, main);
await import(pathToFileURL(main).href);
testHost.app.becomeReady();
