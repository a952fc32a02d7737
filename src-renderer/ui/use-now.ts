import { useEffect, useState } from 'react';

/** The time in milliseconds, new each minute: as often as anything that is shown of it changes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
