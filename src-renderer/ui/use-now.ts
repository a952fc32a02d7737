import { useEffect, useState } from 'react';
import { watchTime } from './watch-time.ts';

/** Returns the time in milliseconds, updated each minute and when the computer wakes up. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => watchTime(setNow), []);
  return now;
}
