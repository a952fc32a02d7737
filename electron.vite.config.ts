import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Beside each bundle the licenses of what is in it, for the About dialog. */
const license = { fileName: 'licenses.json' };

/**
 * What stands in `dependencies` (keytar, a native file) stays outside the bundle and is shipped beside it;
 * everything else is bundled. A sandboxed preload must be one CommonJS file:
 * https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts
 */
export default defineConfig({
  main: {
    build: {
      license,
      rolldownOptions: {
        input: {
          index: path('src-main/index.ts'),
          'list-worker': path('src-main/list-worker/worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: path('src-preload/index.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    // The compiler memoizes components, so that a keystroke renders only what it changes: https://react.dev/learn/react-compiler
    plugins: [react({ compiler: true })],
    build: {
      license,
      minify: true,
      reportCompressedSize: true,
      // In kB: what counts is what the first screen waits for, which scripts/bundle-size.ts holds small.
      chunkSizeWarningLimit: 1000,
      // Says which chunk needs which: scripts/bundle-size.ts.
      manifest: true,
      rolldownOptions: {
        input: path('src-renderer/index.html'),
        // All that the first screen needs in one file, or it would wait for forty.
        output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
      },
    },
  },
});
