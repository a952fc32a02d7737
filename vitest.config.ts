import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src-*,sandbox,scripts,test-host}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
