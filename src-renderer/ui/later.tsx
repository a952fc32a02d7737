import { Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** In milliseconds: a page that is never idle draws them then. */
const latest = 2000;

interface LaterProps {
  /** They are wanted now, idle or not. */
  isWanted: boolean;
  /** Made with React's `lazy`, and nothing to be seen before they are wanted. */
  children: ReactNode;
}

/** Loads and draws its children once the page has nothing else to do, so that the first rows do not wait for them. */
export function Later({ isWanted, children }: LaterProps) {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIsIdle(true), { timeout: latest });
    return () => cancelIdleCallback(handle);
  }, []);
  return (isIdle || isWanted) && <Suspense fallback={null}>{children}</Suspense>;
}
