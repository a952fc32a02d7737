import { defineConfig } from 'vitest/config';

/** The checks of the packages. They need the built app in `out/`, so they are not part of the unit tests. */
export default defineConfig({
  test: {
    include: ['scripts/packages/*.spec.ts'],
    maxWorkers: 2,
    // Long, because a busy machine can take several times as long.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
