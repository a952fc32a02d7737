/** Strings, punctuation, and everything else: numbers and words. */
const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/g;

/**
 * Indents JSON. The text is not parsed, because a JavaScript number cannot hold the 19 digits of an id. Invalid JSON keeps
 * its words.
 */
export function indentJson(json: string): string {
  let depth = 0;
  let lines = '';
  let before = '';
  for (const [token] of json.matchAll(tokens)) {
    const opens = before === '{' || before === '[';
    const closes = token === '}' || token === ']';
    if (opens && !closes) depth += 1;
    if (closes && !opens) depth -= 1;
    if (before === ',' || opens !== closes) lines += `\n${'  '.repeat(Math.max(depth, 0))}`;
    lines += token === ':' ? ': ' : token;
    before = token;
  }
  return lines;
}
