import { Suspense, useEffect, useReducer } from 'react';
import type { ProxyQuestion } from '../../src-shared/proxy-login.ts';
import { useCall } from '../bridge/bridge-context.ts';
import { lazyPart } from '../texts/lazy-part.tsx';

const ProxyDialog = lazyPart(async () => (await import('./proxy-dialog.tsx')).ProxyDialog);

interface Shown {
  open: ProxyQuestion | null;
  /** Kept while the dialog closes. */
  last: ProxyQuestion | null;
}

/** Shows the question of a proxy for a user name and a password. It loads when the page is idle, and the question waits. */
export function ProxyQuestions() {
  const call = useCall();
  const [{ open, last }, show] = useReducer(
    (before: Shown, open: ProxyQuestion | null) => ({ open, last: open ?? before.last }),
    { open: null, last: null },
  );
  useEffect(() => {
    const stopListening = window.bridge.onProxyQuestion(show);
    // A question may have been asked before this page loaded.
    void call('getProxyQuestion', {}).then(({ question }) => show(question));
    return stopListening;
  }, [call]);
  return (
    last && (
      <Suspense fallback={null}>
        <ProxyDialog question={last} opened={open !== null} />
      </Suspense>
    )
  );
}
