import { useEffect, useState } from 'react';

/** Returns the whole seconds until a time, counting down; 0 if it is past or `undefined`. */
export function useSecondsUntil(time: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (time === undefined) return undefined;
    const update = () => setNow(Date.now());
    update();
    const timer = setInterval(update, 250);
    return () => clearInterval(timer);
  }, [time]);
  return time === undefined ? 0 : Math.max(0, Math.ceil((time - now) / 1000));
}
