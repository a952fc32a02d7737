import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The paths of the bundled workers. */
    workerFile: string;
    tableWorkerFile: string;
  }
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Bundles the workers before the tests run, as the app's build does. If a test started the TypeScript file, each thread
 * would compile Node's type stripper. That is WebAssembly, and V8 can crash when threads with the same WebAssembly module
 * start and end: https://github.com/nodejs/node/issues/64500
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'list-worker-'));
  const bundle = () =>
    build({
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: false,
        target: 'node24',
        rolldownOptions: {
          input: { worker: path('worker.ts'), 'table-worker': path('../tables/table-worker.ts') },
          output: { entryFileNames: '[name].mjs' },
        },
      },
    });
  await bundle();
  project.onTestsRerun(async () => {
    await bundle();
  });
  project.provide('workerFile', join(folder, 'worker.mjs'));
  project.provide('tableWorkerFile', join(folder, 'table-worker.mjs'));
  return () => rm(folder, { recursive: true });
}
