import { Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../texts/lazy-part.tsx';
import { watchHints, type Hint } from './watch-hints.ts';

const HintTooltip = lazyPart(async () => (await import('./hint-tooltip.tsx')).HintTooltip);

/**
 * Shows the hints of the page: the texts of the attributes `data-hint`. One tooltip serves all elements, because a
 * `Tooltip` of Mantine around each of them takes longer to render than the elements themselves. The page works without it.
 */
export function Hints() {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => watchHints(setHint), []);
  return <Suspense fallback={null}>{hint && <HintTooltip {...hint} />}</Suspense>;
}
