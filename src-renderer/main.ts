// Imported here and not in styles.css, so that the About dialog lists its license.
import '@fontsource-variable/inter';
import './ui/typeface.css';
import { createCall } from './bridge/call.ts';
import { loadFirstScreen } from './load-first-screen.ts';
import { createQueryClient } from './queries/query-client.ts';
import { loadTypeface } from './ui/load-typeface.ts';

// This file and its imports are small, so that rows, texts and typeface load while the browser loads and compiles the
// rest of the app.
const call = createCall(window.bridge);
const queryClient = createQueryClient();
const loading = loadFirstScreen(queryClient, call);
// `start` shows the error, but it is loaded later than the error may arrive.
loading.catch(() => undefined);
const typeface = loadTypeface();
// Not awaited: the chunk imports modules from this one, and would wait for its end.
void import('./start.tsx').then(({ start }) => start({ call, queryClient, loading, typeface }));
