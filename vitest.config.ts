import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src-*,sandbox,scripts,test-host}/**/*.test.{ts,tsx}'],
    globalSetup: 'src-main/list-worker/test-worker-file.ts',
    // A process runs many files and loads the modules they share once. The tests mock no modules.
    isolate: false,
    testTimeout: 20_000,
  },
});
