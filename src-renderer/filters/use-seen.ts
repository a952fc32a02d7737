import { useState } from 'react';

/** All values that have ever been on screen, so that a choice does not go when it is filtered away. */
export function useSeen(values: readonly (string | null)[]): readonly (string | null)[] {
  const [seen, setSeen] = useState<ReadonlySet<string | null>>(() => new Set());
  const isNew = values.some((value) => !seen.has(value));
  if (isNew) setSeen(new Set([...seen, ...values]));
  return [...seen];
}
