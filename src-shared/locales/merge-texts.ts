interface Texts {
  readonly [key: string]: string | Texts;
}

/** Returns the texts of both. No text may be in both. */
export function mergeTexts<First extends Texts, Second extends Texts>(
  first: First,
  second: Second,
): First & Second;
export function mergeTexts(first: Texts, second: Texts): Texts {
  const merged = Object.entries(second).map(([key, value]) => {
    const before = first[key];
    if (before === undefined) return [key, value] as const;
    if (typeof before === 'string' || typeof value === 'string') {
      throw new Error(`Two texts have the key ${key}`);
    }
    return [key, mergeTexts(before, value)] as const;
  });
  return { ...first, ...Object.fromEntries(merged) };
}
