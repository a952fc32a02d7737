import { expect, it } from 'vitest';
import { defaultExportOptions } from '../../src-shared/choices.ts';
import type { ExportTenantsRequest } from '../../src-shared/export-tenants.ts';
import { UnfinishedExports } from './unfinished-exports.ts';

const request: ExportTenantsRequest = {
  accountId: '00000000-0000-4000-8000-000000000000',
  scope: { kind: 'all', source: 'saved', filter: {} },
  options: defaultExportOptions,
};

/** Starts an export that ends when it is canceled, or when the returned function is called. */
function start(exports: UnfinishedExports) {
  const end = Promise.withResolvers<string>();
  const chosen = Promise.withResolvers<() => void>();
  const result = exports.run(request, (signal, onFileChosen) => {
    signal.addEventListener('abort', () => end.resolve('canceled'));
    chosen.resolve(onFileChosen);
    return end.promise;
  });
  return { result, end: () => end.resolve('written'), chooseFile: chosen.promise };
}

it('is writing from the choice of the file to the end', async () => {
  const exports = new UnfinishedExports();
  const { result, end, chooseFile } = start(exports);
  expect(exports.isWriting).toBe(false);
  (await chooseFile)();
  expect(exports.isWriting).toBe(true);
  const idle = exports.whenIdle();
  end();
  expect(await result).toBe('written');
  await idle;
  expect(exports.isWriting).toBe(false);
});

it('waits for all exports, also for those that fail', async () => {
  const exports = new UnfinishedExports();
  const first = start(exports);
  const failing = exports.run(request, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  let isIdle = false;
  const idle = exports.whenIdle().then(() => {
    isIdle = true;
  });
  await new Promise(setImmediate);
  expect(isIdle).toBe(false);
  first.end();
  await idle;
});

it('cancels all exports', async () => {
  const exports = new UnfinishedExports();
  const started = [start(exports), start(exports)];
  await exports.cancelAll();
  const results = await Promise.all(started.map(({ result }) => result));
  expect(results).toEqual(['canceled', 'canceled']);
});

it('refuses exports when the app quits, also one whose file is chosen only then', async () => {
  const exports = new UnfinishedExports();
  const { chooseFile, end } = start(exports);
  exports.stop();
  const choose = await chooseFile;
  expect(choose).toThrow(expect.objectContaining({ code: 'app_quitting' }));
  await expect(start(exports).result).rejects.toMatchObject({ code: 'app_quitting' });
  end();
});

it('has nothing to lose once the app quits', async () => {
  const exports = new UnfinishedExports();
  const { end, chooseFile } = start(exports);
  (await chooseFile)();
  exports.stop();
  expect(exports.isWriting).toBe(false);
  end();
});

it('returns once the exports that were interrupted', async () => {
  const exports = new UnfinishedExports();
  const { end, result } = start(exports);
  exports.interrupt();
  // After a crash, the page is loaded again.
  exports.interrupt();
  end();
  await result;
  expect(exports.takeInterrupted()).toEqual([request]);
  expect(exports.takeInterrupted()).toEqual([]);
});
