/** A string, a sign, or a run of anything else, which is a number or a word. */
const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/g;

/**
 * Breaks JSON into lines. It never becomes values on the way, because a JavaScript number cannot hold the 19 digits of
 * an id. Text that is not JSON keeps its words.
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
