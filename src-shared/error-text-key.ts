import { codesWithTextForHotlines, type ErrorCode } from './errors.ts';
import type { RecordKind } from './record-kinds.ts';

/** Returns the key of an error's text. `records` is what the list consists of that the error concerns. */
export function errorTextKey(code: ErrorCode, records?: RecordKind) {
  const special =
    records === 'hotlines' ? codesWithTextForHotlines.find((each) => each === code) : undefined;
  return special === undefined
    ? (`errors.${code}` as const)
    : (`errors.${special}_hotlines` as const);
}
