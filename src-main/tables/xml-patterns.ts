/**
 * The source of a pattern for the optional prefix of an element, as in `<x:row>`. The Open XML SDK writes one for each
 * element. The reader ignores prefixes, so these patterns do too.
 */
export const anyPrefix = String.raw`(?:[^\s<>/:]+:)?`;

/** The source of a pattern for a comment. One without an end takes all that follows, so that a search is never repeated. */
export const anyComment = String.raw`<!--.*?(?:-->|$)`;

/** Returns a pattern that captures the value of an attribute that has no prefix. */
export function attributePattern(name: string): RegExp {
  return new RegExp(String.raw`\s${name}\s*=\s*["']([^"']*)["']`);
}
