import type { KeyboardEvent } from 'react';

/** Returns whether a key saves a text of several lines: Enter with Control or Command. */
export function isSubmitKey({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !nativeEvent.isComposing;
}
