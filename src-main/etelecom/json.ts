import { AppError } from '../../src-shared/errors.ts';

/** The digits of a number that a JavaScript number cannot represent. */
export interface RawNumber {
  rawJSON: string;
}

/** Missing in TypeScript's library: https://tc39.es/proposal-json-parse-with-source/ */
declare global {
  interface JSON {
    rawJSON(text: string): RawNumber;
    isRawJSON(value: unknown): value is RawNumber;
  }
}

type ReviverWithSource = (key: string, value: unknown, context?: { source?: string }) => unknown;

/** Keeps the digits of a number that JavaScript would round or format differently, such as a 19-digit id. */
const keepDigits: ReviverWithSource = (_key, value, context) =>
  typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
    ? JSON.rawJSON(context.source)
    : value;

/**
 * Parses JSON without losing digits: `JSON.stringify` writes the numbers as they were.
 *
 * @throws AppError `not_this_api` if the text is not JSON.
 */
export function parseJsonKeepingDigits(text: string): unknown {
  const parse: (text: string, reviver: ReviverWithSource) => unknown = JSON.parse;
  try {
    return parse(text, keepDigits);
  } catch (error) {
    throw new AppError(
      { code: 'not_this_api', message: 'The answer is not JSON' },
      // The parser's message quotes the text, which may be private. The error's name is enough.
      { cause: error instanceof Error ? error.name : error },
    );
  }
}
