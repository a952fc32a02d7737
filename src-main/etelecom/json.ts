import { AppError } from '../../src-shared/errors.ts';
import { measureJson } from './measure-json.ts';

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
 * Parses JSON without losing digits: `JSON.stringify` writes the numbers as they were. A byte order mark is ignored.
 *
 * @throws AppError `not_this_api` if the bytes are not JSON in UTF-8, or `answer_too_large`.
 */
export function parseJsonKeepingDigits(json: Uint8Array): unknown {
  const { hasLongNumbers } = measureJson(json);
  const parse: (text: string, reviver?: ReviverWithSource) => unknown = JSON.parse;
  try {
    // Bytes that are not UTF-8 must fail. Replacing them would change names without a word.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(json);
    // A reviver takes several times as long.
    return hasLongNumbers ? parse(text, keepDigits) : parse(text);
  } catch (error) {
    throw new AppError(
      { code: 'not_this_api', message: 'The answer is not JSON' },
      // The parser's message quotes the text, which may be private. The error's name is enough.
      { cause: error instanceof Error ? error.name : error },
    );
  }
}
