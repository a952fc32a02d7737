/** An int64 has at most 19 digits. */
const longestId = 19;

/** Whether the server can filter by an id, which is an int64 there. */
export function isServerId(text: string): boolean {
  return text !== '' && onlyId(text) === text;
}

/** Removes everything that cannot be a part of an id from typed or pasted text. */
export function onlyId(text: string): string {
  return text.replace(/\D/g, '').slice(0, longestId);
}
