import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src-*,sandbox,scripts,test-host}/**/*.test.{ts,tsx}'],
    globalSetup: 'src-main/list-worker/test-worker-file.ts',
    testTimeout: 20_000,
  },
});
