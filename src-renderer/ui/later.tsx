import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';

/** The longest wait for an idle page, in milliseconds. */
const idleTimeout = 2000;

interface LaterProps {
  /** Renders the children at once. */
  isWanted: boolean;
  /** Called when the children have been mounted. */
  onReady?: () => void;
  /** Components made with React's `lazy`. They must be invisible until `isWanted`. */
  children: ReactNode;
}

/** Loads and renders its children once the page is idle, so that they do not delay the first rows. */
export function Later({ isWanted, onReady, children }: LaterProps) {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIsIdle(true), { timeout: idleTimeout });
    return () => cancelIdleCallback(handle);
  }, []);
  return (
    (isIdle || isWanted) && (
      <Suspense fallback={null}>
        {children}
        {onReady && <Mounted onMounted={onReady} />}
      </Suspense>
    )
  );
}

/** Reports that its siblings have been mounted: those in one `Suspense` are mounted together. */
function Mounted({ onMounted }: { onMounted: () => void }) {
  const report = useEffectEvent(onMounted);
  useEffect(() => report(), []);
  return null;
}
