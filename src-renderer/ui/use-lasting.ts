import { useEffect, useState } from 'react';

/** In milliseconds: who waits no longer need not be told that they do. */
const noticeable = 180;

/** Whether something has been so for long enough to be noticed; what is over sooner is not worth a flicker. */
export function useLasting(isSo: boolean): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  if (!isSo && hasLasted) setHasLasted(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setHasLasted(true), noticeable);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && hasLasted;
}
