import { guardFormula } from '../../src-shared/guard-formula.ts';

/** The characters after which `guardFormula` looks for a formula, by the separator of the file. */
const innerSeparators = { ',': /([;\t\r\n])/, ';': /([,\t\r\n])/, '\t': /([,;\r\n])/ } as const;

/**
 * Removes the apostrophes that `guardFormula` adds, so that a text is the same after an export and an import. A text with
 * other apostrophes stays as it is.
 */
export function withoutGuards(text: string, separator: string): string {
  if (!text.includes("'")) return text;
  const known = separator === ';' || separator === '\t' ? separator : ',';
  // The start comes last, because an apostrophe within the text can hide that it begins like a formula.
  const inner = text
    .split(innerSeparators[known])
    .map((part, at) =>
      at > 0 && guardFormula(part.slice(1), known) === part ? part.slice(1) : part,
    )
    .join('');
  const candidates = inner.startsWith("'") ? [inner.slice(1), inner] : [inner];
  return candidates.find((each) => guardFormula(each, known) === text) ?? text;
}
