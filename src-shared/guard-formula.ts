/**
 * Characters that readers of text files drop or that users do not see: controls, line ends, spaces, invisible characters
 * and quotes.
 */
const dropped = String.raw`[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}"]`;

/**
 * Characters that begin a formula, with all that Unicode's compatibility normalization turns into them, such as the
 * full-width forms: https://owasp.org/www-community/attacks/CSV_Injection
 */
const formulaStart = String.raw`[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩⩵⩶]`;

const start = new RegExp(`^(?:[\\t\\r\\n]|${dropped}*${formulaStart})`, 'u');

/** The separators of text files, any of which a reader may use. */
const separators = [',', ';', '\t', '\r', '\n'] as const;
const anySeparator = /[,;\t\r\n]/;
type Separator = ',' | ';' | '\t';

/** Finds a separator before a possible formula, by the separator of the file, which is not looked for. */
const innerStarts = {
  ',': innerStart(','),
  ';': innerStart(';'),
  '\t': innerStart('\t'),
  none: innerStart(null),
} as const satisfies Record<Separator | 'none', RegExp>;

function innerStart(separator: Separator | null): RegExp {
  const others = separators.filter((other) => other !== separator).join('');
  // The search stops at the next separator. Otherwise it would take quadratic time for many line breaks.
  return new RegExp(`[${others}](?=[${dropped}--[${others}]]*${formulaStart})`, 'gv');
}

/**
 * Returns a text that no spreadsheet program takes for a formula: it gets an apostrophe in front if it could begin one. A
 * program that reads the text with another separator splits it into several fields, so each of these is guarded.
 *
 * @param separator the separator of a text file whose fields are quoted; `none` for a text that is not quoted.
 */
export function guardFormula(text: string, separator: Separator | 'none'): string {
  const guarded = start.test(text) ? `'${text}` : text;
  // Most texts have no separator, and this test is much faster than the search.
  return anySeparator.test(text) ? guarded.replace(innerStarts[separator], "$&'") : guarded;
}
