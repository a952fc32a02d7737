import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Writes the licenses of the bundled packages beside the bundles of main process and renderer, for the About dialog. */
const license = { fileName: 'licenses.json' };

/**
 * Removes a declaration of `require`. Electron-vite declares it in each file that calls it, and so does fflate, which reads .xlsx
 * files. Both in one file are a syntax error.
 */
const sharedRequire = {
  name: 'shared-require',
  transform: (code: string, id: string) =>
    id.includes('/fflate/') ? code.replace("var require = createRequire('/');", '') : null,
};

/**
 * The packages in `dependencies` (only keytar, a native module) are shipped beside the bundle. Everything else is
 * bundled. A sandboxed preload must be one CommonJS file:
 * https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts
 */
export default defineConfig({
  main: {
    plugins: [sharedRequire],
    build: {
      license,
      rolldownOptions: {
        input: {
          index: path('src-main/index.ts'),
          'list-worker': path('src-main/list-worker/worker.ts'),
          'check-store': path('src-main/list-worker/check-store.ts'),
          'table-worker': path('src-main/tables/table-worker.ts'),
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
      // In kB. Vite's own warning is not needed: scripts/bundle-size.ts limits what the first screen loads.
      chunkSizeWarningLimit: 1000,
      // Lists the imports of each chunk, for scripts/bundle-size.ts.
      manifest: true,
      rolldownOptions: {
        input: path('src-renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              { name: 'main', tags: ['$initial'], priority: 2 },
              // One file for everything that the first screen needs. Otherwise, it would wait for forty files.
              { name: 'first-screen', test: /src-renderer.start\.tsx$/, priority: 1 },
              // One file for everything else, which loads when the page is idle, except for the overview: its charts are large.
              { name: 'later-parts', test: /src-renderer.(?!overview)/ },
            ],
          },
        },
      },
    },
  },
});
