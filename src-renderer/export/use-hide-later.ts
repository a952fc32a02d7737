import { useEffect, useEffectEvent } from 'react';

/** How long a card that needs no action is shown, in milliseconds. */
const shownFor = 15_000;

/**
 * Hides a card of the panel after a while, so that it does not cover rows for good. *Recent exports* still has the file.
 *
 * @param mayHide whether there is nothing the user has to know or do. The time starts again when it becomes `true`.
 */
export function useHideLater(mayHide: boolean, onHide: () => void): void {
  const hide = useEffectEvent(onHide);
  useEffect(() => {
    if (!mayHide) return;
    const timer = setTimeout(() => hide(), shownFor);
    return () => clearTimeout(timer);
  }, [mayHide]);
}
