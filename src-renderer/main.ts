// Imported here and not in styles.css, so that the About dialog lists the license of the typeface.
import '@fontsource-variable/inter';
import './ui/typeface.css';
import { createCall } from './bridge/call.ts';
import { loadFirstScreen } from './load-first-screen.ts';
import { showStartError } from './show-start-error.ts';
import { createQueryClient } from './queries/query-client.ts';
import { loadTypeface } from './ui/load-typeface.ts';

// Keep this file and its imports small: rows, texts and typeface load while the browser loads and compiles the rest of the
// app.
const call = createCall(window.bridge);
const queryClient = createQueryClient();
// Before the rows are read: a change in between would be missed.
window.bridge.onListsChanged(() => void queryClient.invalidateQueries());
const loading = loadFirstScreen(queryClient, call);
// `start` shows the error, but may be loaded after the error arrives.
loading.catch(() => undefined);
const typeface = loadTypeface();
// Not awaited at the top level: the chunk imports modules from this one, and both would wait for each other.
import('./start.tsx')
  .then(({ start }) => start({ call, queryClient, loading, typeface }))
  .catch((error: unknown) => {
    showStartError();
    throw error;
  });
