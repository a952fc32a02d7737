import { useEffect, useEffectEvent, useState } from 'react';
import type { FoundTenants } from '../../src-shared/export-tenants.ts';
import {
  chosenKeys,
  hasKeyWithoutId,
  nothingChecked,
  type CheckedKeys,
  type Selection,
} from './selection.ts';

/**
 * Returns which tenants of the selection the saved list has. It is checked again after each refresh, and not at each change
 * of the selection: rows on screen are in the list.
 *
 * @param version changes when what `find` finds may have changed.
 * @param find looks for its tenants in the saved list; `null` if the list is not saved.
 */
export function useCheckedKeys(
  selection: Selection,
  version: string,
  find: ((signal: AbortSignal) => Promise<FoundTenants>) | null,
): CheckedKeys {
  const [checked, setChecked] = useState(nothingChecked);
  const keys = chosenKeys(selection);
  // A tenant that is selected later may be in the list again.
  if (keys.length === 0 && checked !== nothingChecked) setChecked(nothingChecked);
  const check = useEffectEvent(async (signal: AbortSignal): Promise<CheckedKeys> => {
    if (find === null || keys.length === 0) return nothingChecked;
    const { rows, missing } = await find(signal);
    return { missing: new Set(missing), surplus: rows - (keys.length - missing.length) };
  });
  // The number of tenants without an id is not known from their keys, so it is counted at each change.
  const selectionWithoutIds = hasKeyWithoutId(selection) ? selection : null;
  useEffect(() => {
    const controller = new AbortController();
    // Ignore errors: the list then shows one as well, and its rows are read again when they are exported.
    check(controller.signal)
      .then((found) => {
        if (!controller.signal.aborted) setChecked(found);
      })
      .catch(() => undefined);
    return () => controller.abort();
  }, [version, selectionWithoutIds]);
  return checked;
}
