import { Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** The longest wait for an idle page, in milliseconds. */
const idleTimeout = 2000;

interface LaterProps {
  /** Renders the children at once. */
  isWanted: boolean;
  /** Components made with React's `lazy`. They must be invisible until `isWanted`. */
  children: ReactNode;
}

/** Loads and renders its children once the page is idle, so that they do not delay the first rows. */
export function Later({ isWanted, children }: LaterProps) {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIsIdle(true), { timeout: idleTimeout });
    return () => cancelIdleCallback(handle);
  }, []);
  return (isIdle || isWanted) && <Suspense fallback={null}>{children}</Suspense>;
}
