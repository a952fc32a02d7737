import { useEffect, useState } from 'react';

/** In milliseconds. Shorter waits are not shown. */
const noticeableDelay = 180;

/** Returns true once `isActive` has been true for a noticeable time, so that short waits do not flicker. */
export function useLasting(isActive: boolean): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  if (!isActive && hasLasted) setHasLasted(false);
  useEffect(() => {
    if (!isActive) return;
    const timer = setTimeout(() => setHasLasted(true), noticeableDelay);
    return () => clearTimeout(timer);
  }, [isActive]);
  return isActive && hasLasted;
}
