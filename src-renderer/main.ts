import { createCall } from './bridge/call.ts';

// This file is small, so that the main process prepares its answer while the page loads the rest of the app.
const call = createCall(window.bridge);
const loading = call('loadApp', {});
// `start` shows the error, but it is loaded later than the error may arrive.
loading.catch(() => undefined);
// Not awaited: the chunk imports modules from this one, and would wait for its end.
void import('./start.tsx').then(({ start }) => start(call, loading));
