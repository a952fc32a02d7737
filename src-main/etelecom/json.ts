import { AppError } from '../../src-shared/errors.ts';

/** A number as the server wrote it, because JavaScript's own would be another. */
export interface RawNumber {
  rawJSON: string;
}

/** Not in TypeScript's library yet: https://tc39.es/proposal-json-parse-with-source/ */
declare global {
  interface JSON {
    rawJSON(text: string): RawNumber;
    isRawJSON(value: unknown): value is RawNumber;
  }
}

type ReviverWithSource = (key: string, value: unknown, context?: { source?: string }) => unknown;

/** A number that JavaScript would round or write differently, such as a 19-digit id, stays what the server wrote. */
const keepDigits: ReviverWithSource = (_key, value, context) =>
  typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
    ? JSON.rawJSON(context.source)
    : value;

/**
 * Parses JSON in which no digit is lost: `JSON.stringify` writes the numbers back as they came.
 *
 * @throws AppError `not_this_api` when the text is not JSON.
 */
export function parseJsonKeepingDigits(text: string): unknown {
  const parse: (text: string, reviver: ReviverWithSource) => unknown = JSON.parse;
  try {
    return parse(text, keepDigits);
  } catch (error) {
    throw new AppError(
      { code: 'not_this_api', message: 'The answer is not JSON' },
      // The parser quotes the text it choked on, which may be a sign-in page; its kind is enough.
      { cause: error instanceof Error ? error.name : error },
    );
  }
}
