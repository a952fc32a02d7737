import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.{ts,tsx}', 'sandbox/**/*.test.ts', 'test-host/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
