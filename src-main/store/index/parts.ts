interface Sized {
  readonly length: number;
}

/**
 * Finds a row among several lists that are shown as one, where the rows of each list follow those of the list before.
 *
 * @param place of the row among the rows of all parts.
 * @returns the part that has the row, the position of that part, and the row's place in it.
 */
export function findPart<Part extends Sized>(
  parts: readonly Part[],
  place: number,
): { part: Part; position: number; place: number } {
  let rest = place;
  for (const [position, part] of parts.entries()) {
    if (rest < part.length) return { part, position, place: rest };
    rest -= part.length;
  }
  throw new Error(`No part has a row ${place}`);
}

export function totalLength(parts: readonly Sized[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
