import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src-*,sandbox,scripts,test-host}/**/*.test.{ts,tsx}'],
    globalSetup: 'src-main/list-worker/test-worker-file.ts',
    // A process runs many files and loads the modules they share once. A module that imports a mocked one must therefore
    // be loaded by one file only.
    isolate: false,
    // Many tests wait for a server or a process. The default is one process fewer than there are cores.
    maxWorkers: availableParallelism() + 1,
    // Long, because a machine that is busy with something else can take several times as long.
    testTimeout: 60_000,
    // `expect.poll` gives up after one second by default, which such a machine can exceed.
    expect: { poll: { timeout: 20_000 } },
  },
});
